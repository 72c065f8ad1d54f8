import { describe, expect, test } from 'vitest';
import { countWords, frontmatter, LEVELS } from '../../../src/bank/schema.ts';
import { fields, words } from './fields.ts';

/** What the author is told: one line a mistake, the field before its message, as Astro and the checks print it. */
const told = (changes: Record<string, unknown>): string[] =>
  (frontmatter.safeParse(fields(changes)).error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`);

test('a complete question is accepted', () => {
  expect(told({})).toEqual([]);
});

test('a page without any field of a question is a plain page', () => {
  expect(frontmatter.safeParse({ title: 'The event loop' }).success).toBe(true);
});

test.each(LEVELS)('the level %s is known', (level) => {
  expect(told({ level })).toEqual([]);
});

describe('each mistake is told in a sentence that names the field and the repair', () => {
  const mistakes: [name: string, changes: Record<string, unknown>, message: string][] = [
    ['no id', { id: undefined, short: words(50) }, 'id is missing: it must be the permanent number of the question. Take the next free one; never reuse one.'],
    ['an id in quotes', { id: '26' }, 'id must be the permanent number of the question. Take the next free one; never reuse one.'],
    ['an id with a fraction', { id: 2.5 }, 'id must be the permanent number of the question. Take the next free one; never reuse one.'],
    ['a negative id', { id: -3 }, 'id must be positive.'],
    ['no short answer', { short: undefined }, 'short is missing. Write the answer one would speak in half a minute (40 to 90 words).'],
    ['a short answer of 39 words', { short: words(39) }, 'short has 39 words; say at least 40. It must stand alone as an answer.'],
    ['a short answer of 91 words', { short: words(91) }, 'short has 91 words; cut it to 90. The rest belongs into the body.'],
    [
      'a link in the short answer',
      { short: `${words(45)} [docs](/x/)` },
      'short is plain text: only `code` in backticks, no links, bold or HTML. It is also the description and the flashcard.',
    ],
    [
      'bold text in the short answer',
      { short: `${words(45)} **never**` },
      'short is plain text: only `code` in backticks, no links, bold or HTML. It is also the description and the flashcard.',
    ],
    [
      'HTML in the short answer',
      { short: `${words(45)} <b>never</b>` },
      'short is plain text: only `code` in backticks, no links, bold or HTML. It is also the description and the flashcard.',
    ],
    ['an open backtick in the short answer', { short: `${words(45)} \`setTimeout` }, 'short has a backtick that is never closed.'],
    ['no level', { level: undefined }, 'level is missing: it must be one of junior, mid, senior.'],
    ['an unknown level', { level: 'expert' }, 'level must be one of junior, mid, senior.'],
    ['an unknown tag', { tags: ['microtask'] }, 'tags.0 "microtask" is not a known tag. Use one of src/bank/tags.ts, or add it there.'],
    ['no tags', { tags: [] }, 'tags needs at least 1 of the known tags.'],
    [
      'six tags',
      { tags: ['timers', 'promises', 'microtasks', 'libuv', 'dns', 'streams'] },
      'tags has more than 5 of the known tags. Keep the ones that matter most.',
    ],
    ['a tag twice', { tags: ['timers', 'timers'] }, 'tags names one of the known tags twice.'],
    ['tags that are no list', { tags: 'timers' }, 'tags must be a list of the known tags.'],
    ['no aliases', { aliases: undefined }, 'aliases is missing: it must be a list of other words people search with.'],
    ['an alias that is a number', { aliases: [404] }, 'aliases.0 must be text in quotes.'],
    ['a unit written otherwise', { asked: ['4-5'] }, 'is not the number of a source unit, such as 004-007.'],
    ['a claim written otherwise', { corrects: ['004-03'] }, 'is not the number of a claim, such as 004-C03.'],
    ['one follow-up only', { followUps: ['event-loop/phases'] }, 'followUps needs at least 2 of the questions an interviewer would ask next.'],
    [
      'a follow-up without its segment',
      { followUps: ['phases', 'event-loop/phases'] },
      'followUps.0 "phases" is not a question. Write <segment>/<slug>, as in the address of the page: event-loop/phases.',
    ],
    [
      'a follow-up twice',
      { followUps: ['event-loop/phases', 'event-loop/phases'] },
      'followUps names one of the questions an interviewer would ask next twice.',
    ],
    ['no references', { references: [] }, 'references needs at least 1 of the primary sources (Node docs, specifications, libuv, V8, RFCs, OWASP).'],
    [
      'a reference without a title',
      { references: [{ url: 'https://nodejs.org/' }] },
      'references.0.title needs a title that names the source, such as "Node.js docs: process.nextTick()".',
    ],
    [
      'a reference with a title of two letters',
      { references: [{ title: 'JS', url: 'https://nodejs.org/' }] },
      'references.0.title needs a title that names the source, such as "Node.js docs: process.nextTick()".',
    ],
    ['a reference over http', { references: [{ title: 'Node', url: 'http://nodejs.org/' }] }, 'references.0.url must be an https:// address.'],
    ['a reference that is only an address', { references: ['https://nodejs.org/'] }, 'references.0 must be { title: "…", url: "https://…" }.'],
    ['a date in quotes', { reviewed: '2026-11-20' }, 'reviewed must be the date of the last review, such as 2026-11-20, without quotes.'],
  ];
  test.each(mistakes)('%s', (_, changes, message) => {
    expect(told(changes)).toEqual([expect.stringContaining(message)]);
  });
});

test('all mistakes of a page are told at once', () => {
  expect(told({ id: 'x', level: 'x', tags: [] })).toHaveLength(3);
});

test('a forgotten list says that it is missing, not that it is too short', () => {
  expect(told({ followUps: undefined })).toEqual(['followUps is missing: it must be a list of the questions an interviewer would ask next.']);
});

test('words are what stands between blanks, line breaks included', () => {
  expect(countWords('  two\n words ')).toBe(2);
  expect(countWords('')).toBe(0);
});
