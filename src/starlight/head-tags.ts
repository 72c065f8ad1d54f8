import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { asQuestion } from '../bank/questions.ts';
import { PROMISE } from '../site.ts';
import { href } from './href.ts';

/** Gives each page its description (a question's is its spoken answer) and the social image. */
export const onRequest = defineRouteMiddleware((context) => {
  const { entry, head } = context.locals.starlightRoute;
  const description = asQuestion(entry)?.short.replaceAll('`', '') ?? entry.data.description ?? PROMISE;
  for (const [key, name] of [
    ['name', 'description'],
    ['property', 'og:description'],
  ] as const) {
    const tag = head.find((t) => t.tag === 'meta' && t.attrs?.[key] === name);
    if (tag) tag.attrs = { ...tag.attrs, content: description };
    else head.push({ tag: 'meta', attrs: { [key]: name, content: description } });
  }
  const image = new URL(href('social.png'), context.site).href;
  head.push(
    { tag: 'meta', attrs: { property: 'og:image', content: image } },
    { tag: 'meta', attrs: { property: 'og:image:width', content: '1200' } },
    { tag: 'meta', attrs: { property: 'og:image:height', content: '630' } },
    { tag: 'meta', attrs: { property: 'og:image:alt', content: 'Node Answered: Node.js interview answers that have been run' } },
  );
});
