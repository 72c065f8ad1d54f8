import { expect, test } from 'vitest';
import { readPages } from '../../../src/bank/files.ts';
import { questionsOf } from '../../../src/bank/questions.ts';
import { describe as describeShort } from '../../../src/share/description.ts';

const sentence = (letters: number): string => `${'A'.padEnd(letters - 1, ' bcde').replace(/ $/, 'e')}.`;

test('a description is as many whole sentences as fit, without backticks', () => {
  expect(describeShort(`${sentence(90)} ${sentence(80)} ${sentence(60)}`)).toBe(`${sentence(90)} ${sentence(80)}`);
  expect(describeShort('`poll` waits. `check` runs.')).toBe('poll waits. check runs.');
});

test('a sentence that is too long ends between two words', () => {
  const text = describeShort(sentence(300));
  expect(text.length).toBeLessThanOrEqual(200);
  expect(text).toMatch(/ bcde…$/);
});

test('a first sentence that says little is followed by the beginning of the next', () => {
  const text = describeShort(`${sentence(40)} ${sentence(250)}`);
  expect(text.startsWith(`${sentence(40)} A`)).toBe(true);
  expect(text.length).toBeGreaterThan(150);
  expect(text.endsWith('…')).toBe(true);
});

test('every answer of the bank has a description of 70 to 200 characters, and no two the same', () => {
  const all = questionsOf(readPages(process.cwd())).map(({ slug, short }) => ({ slug, text: describeShort(short) }));
  expect(all.filter(({ text }) => text.length < 70 || text.length > 200)).toEqual([]);
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  expect(all.filter(({ text }) => /[`\s,;:(]…?$/.test(text))).toEqual([]);
});
