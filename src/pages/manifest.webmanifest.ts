import type { APIRoute } from 'astro';
import { webManifest } from '../offline/web-app.ts';

export const GET: APIRoute = () => Response.json(webManifest(), { headers: { 'content-type': 'application/manifest+json' } });
