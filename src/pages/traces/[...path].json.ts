import type { APIRoute, GetStaticPaths } from 'astro';
import { ownRecordings } from '../../player/own-recordings.ts';

/** Recorded runs with Node's own jobs: most readers never ask for them, so no page carries them. */
export const getStaticPaths = (async () =>
  (await ownRecordings()).map(({ path, recordings }) => ({ params: { path }, props: { recordings } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => Response.json(props['recordings']);
