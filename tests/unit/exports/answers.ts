import { segment } from '../../../src/bank/segments.ts';
import type { BuiltAnswer } from '../../../src/exports/built-answers.ts';
import { body } from './body.ts';

const SITE = 'https://example.org/bank/';

/** An answer of the event loop. @param html the content of its page */
export function answer(id: number, slug: string, html = '<p>Text.</p>', more: Partial<BuiltAnswer> = {}): BuiltAnswer {
  return {
    id,
    slug,
    segment: segment(slug.split('/')[0]!),
    level: 'mid',
    title: `What is \`${slug.split('/')[1]}\`?`,
    short: 'It is `this`. It is not that.',
    tags: ['event-loop', 'timers'],
    aliases: ['lap'],
    followUps: [],
    references: [{ title: 'libuv: [the loop]', url: 'https://docs.libuv.org/en/v1.x/design.html' }],
    reviewed: '2026-11-21',
    address: `${SITE}${slug}/`,
    permanent: `${SITE}q/${id}/`,
    markdown: `${SITE}${slug}.md`,
    body: body(html),
    ...more,
  };
}
