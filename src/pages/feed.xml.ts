import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { readCorrections } from '../bank/corrections.ts';
import { questionsOf } from '../bank/questions.ts';
import { atomFeed } from '../share/feed.ts';
import { href } from '../href.ts';

/** The Atom feed of new and corrected answers. */
export const GET: APIRoute = async ({ site }) =>
  new Response(
    atomFeed({
      questions: questionsOf(await getCollection('docs')),
      corrections: readCorrections(),
      // `href('')` ends in a slash: paths of the feed are written as they are.
      address: (path) => new URL(href('') + path, site).href,
    }),
    { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } },
  );
