import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { asQuestion } from '../bank/questions.ts';
import { href } from '../href.ts';

/** Tells programs that read a question's page where the same answer is as Markdown. */
export const onRequest = defineRouteMiddleware((context) => {
  const { entry, head } = context.locals.starlightRoute;
  const question = asQuestion(entry);
  if (question) head.push({ tag: 'link', attrs: { rel: 'alternate', type: 'text/markdown', href: href(`${question.slug}.md`) } });
});
