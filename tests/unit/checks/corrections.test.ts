import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bankOf } from '../../../checks/bank.ts';
import { correctionsNameTheirAnswers } from '../../../checks/corrections-name-their-answers.ts';
import { correctionId, CORRECTIONS_FILE, readCorrections } from '../../../src/bank/corrections.ts';
import { question } from './bank.ts';
import { words as many } from '../bank/fields.ts';

const pages = [question('event-loop/phases', { reviewed: new Date('2026-11-20') })];

/** What the check finds in such a file, one line each: line, what, repair. */
function found(corrections: string, redirects = {}): string[] {
  const result = correctionsNameTheirAnswers.find({ ...bankOf(pages), corrections, redirects });
  if ('skipped' in result) throw new Error(result.skipped);
  return result.map(({ path, line, what, repair }) => `${path}:${line} ${what} → ${repair}`);
}

const entry = (changes: Record<string, string> = {}): string =>
  Object.entries({ question: 'event-loop/phases', on: '2026-11-20', what: 'It said x.', why: 'A program.', ...changes })
    .filter(([, value]) => value !== '')
    .map(([name, value], i) => `${i === 0 ? '- ' : '  '}${name}: ${value}\n`)
    .join('');

test('a correction with its answer, day and reason is right; so is a file without any', () => {
  expect(found(entry())).toEqual([]);
  expect(found('# nothing yet\n')).toEqual([]);
});

test('an answer that does not exist is told on its own line, with the one it may mean', () => {
  expect(found(`${entry()}\n${entry({ question: 'streams/phases' })}`)).toEqual([
    `${CORRECTIONS_FILE}:6 names "streams/phases", which is not a question. → Did you mean event-loop/phases?`,
  ]);
});

test('an answer that has moved is told with its new name, and with the place to keep, which is then right', () => {
  const redirects = { '/event-loop/old/': '/event-loop/phases/' };
  expect(found(entry({ question: 'event-loop/old' }), redirects)).toEqual([
    `${CORRECTIONS_FILE}:1 names "event-loop/old", which is not a question. → It has moved. Write question: event-loop/phases, and below it id: event-loop-old-2026-11-20, so that links to the correction and readers of the feed find it.`,
  ]);
  expect(found(entry({ id: 'event-loop-old-2026-11-20' }), redirects)).toEqual([]);
  expect(correctionId({ id: 'event-loop-old-2026-11-20', question: 'event-loop/phases', on: new Date('2026-11-20') })).toBe('event-loop-old-2026-11-20');
});

test('an answer that was corrected was also reviewed on that day', () => {
  expect(found(entry({ on: '2026-11-21' }))).toEqual([
    `${CORRECTIONS_FILE}:2 is 2026-11-21, but the answer was last reviewed on 2026-11-20. → Set reviewed: 2026-11-21 in src/content/docs/event-loop/phases.mdx.`,
  ]);
});

test.each([
  [entry({ on: '"2026-11-20"' }), ':2 on must be the day of the correction, such as 2026-11-21, without quotes.'],
  [entry({ why: '' }), ':1 why is missing. Write how it came out'],
  [entry({ what: many(51) }), ':3 what has 51 words; cut it to 50.'],
  [entry({ what: 'It said `x.' }), ':3 what has a backtick that is never closed.'],
  [entry({ what: 'See [this](/x/).' }), ':3 what is plain text'],
  [entry({ where: 'here' }), ':1 the entry has "where", which nobody reads.'],
  ['question: event-loop/phases\n', ':1 the entry must be a list'],
])('a mistake in an entry is told with its line: %s', (text, message) => {
  expect(found(text).join('\n')).toContain(CORRECTIONS_FILE + message);
});

test('two entries of one answer and day are one', () => {
  expect(found(`${entry()}\n${entry()}`)).toEqual([
    `${CORRECTIONS_FILE}:6 event-loop/phases has two entries for 2026-11-20. → Join them: links lead to one place.`,
  ]);
});

test('the corrections of the bank are read newest first', () => {
  const days = readCorrections().map(({ on }) => on.getTime());
  expect(days.length).toBe(readFileSync(CORRECTIONS_FILE, 'utf8').match(/^- question:/gm)!.length);
  expect(days).toEqual([...days].sort((a, b) => b - a));
});
