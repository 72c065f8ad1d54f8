import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { day } from '../bank/dates.ts';
import { asQuestion } from '../bank/questions.ts';
import { cardOfEntry } from '../share/cards/address.ts';
import { describe } from '../share/description.ts';
import { FEED } from '../share/feed.ts';
import { jsonLd, questionData, siteData } from '../share/structured-data.ts';
import { PROMISE, SITE_NAME } from '../site.ts';
import { href } from '../href.ts';

type Head = StarlightRouteData['head'];

/** Gives each page what search engines, chats and feed readers look for: its description, its card, its dates and its structured data. */
export const onRequest = defineRouteMiddleware((context) => {
  const { entry, head } = context.locals.starlightRoute;
  const absolute = (path: string): string => new URL(path, context.site).href;
  const question = asQuestion(entry);
  const description = question ? describe(question.short) : (entry.data.description ?? PROMISE);
  const card = cardOfEntry(entry);
  const image = absolute(href(card.path) + card.version);

  setMeta(head, 'name', 'description', description);
  setMeta(head, 'property', 'og:description', description);
  // Readers of Twitter cards take these too; only `twitter:card`, which Starlight writes, has no counterpart.
  setMeta(head, 'property', 'og:image', image);
  setMeta(head, 'property', 'og:image:width', '1200');
  setMeta(head, 'property', 'og:image:height', '630');
  setMeta(head, 'property', 'og:image:alt', card.alt);
  head.push({ tag: 'link', attrs: { rel: 'alternate', type: 'application/atom+xml', title: FEED.title, href: href(FEED.path) } });
  if (question) {
    const addresses = { home: absolute(href('')), segment: absolute(href(question.segmentId)), page: absolute(href(question.slug)), image };
    setMeta(head, 'property', 'article:modified_time', day(question.reviewed));
    head.push(script(jsonLd(questionData(question, addresses, description))));
  } else {
    setMeta(head, 'property', 'og:type', 'website');
  }
  // Starlight calls the home page ''.
  if (entry.id === '') {
    // "Node.js interview answers … | Node Answered" names the site last; a search engine cuts it there.
    head.push(script(jsonLd(siteData(absolute(href(''))))));
    setMeta(head, 'property', 'og:title', `${SITE_NAME}: ${entry.data.title}`);
  }
});

const script = (content: string): Head[number] => ({ tag: 'script', attrs: { type: 'application/ld+json' }, content });

/** Replaces a tag that is there already, so that no page says two things. */
function setMeta(head: Head, key: 'name' | 'property', name: string, content: string): void {
  const tag = head.find((t) => t.tag === 'meta' && t.attrs?.[key] === name);
  if (tag) tag.attrs = { ...tag.attrs, content };
  else head.push({ tag: 'meta', attrs: { [key]: name, content } });
}
