import type { APIRoute } from 'astro';
import { robots } from '../share/robots.ts';
import { href } from '../href.ts';

/** What crawlers may read. */
export const GET: APIRoute = ({ site }) =>
  new Response(robots(new URL(href('sitemap-index.xml'), site).href), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
