import type { APIRoute, GetStaticPaths } from 'astro';
import { drawIcon, type IconName, ICONS } from '../../offline/web-app.ts';

export const getStaticPaths = (() => Object.keys(ICONS).map((icon) => ({ params: { icon } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) =>
  new Response(new Uint8Array(await drawIcon(params['icon'] as IconName)), { headers: { 'content-type': 'image/png' } });
