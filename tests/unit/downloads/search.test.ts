import { expect, test } from 'vitest';
import { countIn, excerptOf, splitAtWords, wordsPattern } from '../../../src/downloads/search/excerpt.client.ts';
import { find, indexOf, type Searchable } from '../../../src/downloads/search/tiers.client.ts';

const TEXTS: Searchable[] = [
  { id: 0, title: 'What is backpressure?', aliases: 'slow consumer', headings: '', text: 'A stream tells its producer to wait.' },
  { id: 1, title: 'How do async functions work?', aliases: '', headings: 'What await does', text: 'setTimeout comes after ERR_REQUIRE_ESM.' },
  { id: 2, title: 'What is a buffer?', aliases: '', headings: '', text: 'Bytes outside of the heap. A stream hands them on.' },
  { id: 3, title: 'A made-up word', aliases: '', headings: '', text: 'Three letters away: xackprezzure.' },
];

const index = await indexOf(TEXTS);
const found = (words: string): [number[], boolean] => {
  const { hits, exact } = find(index, words);
  return [hits.map(({ id }) => id as number), exact];
};

test('finds words as typed, and says so', () => {
  expect(found('backpressure')).toEqual([[0], true]);
  expect(found('back')).toEqual([[0], true]);
  expect(found('stream')).toEqual([expect.arrayContaining([0, 2]), true]);
});

test('a title counts more than a text', () => {
  expect(found('buffer stream')[0]).toEqual([2]);
});

test('finds a word with a typing error, also with two letters swapped', () => {
  expect(found('backpresure')).toEqual([[0], false]);
  expect(found('asnyc')).toEqual([expect.arrayContaining([1]), false]);
});

test('finds by another name, by an error code, by a part of a name', () => {
  expect(found('consumer')).toEqual([[0], true]);
  expect(found('ERR_REQUIRE_ESM')).toEqual([[1], true]);
  expect(found('timeout')).toEqual([[1], true]);
});

test('finds what has some of the words when nothing has all', () => {
  expect(found('buffer consumer')).toEqual([expect.arrayContaining([0, 2]), false]);
});

test('looks only at what passes, and finds nothing where there is nothing', () => {
  expect(find(index, 'stream', (id) => id === 2).hits.map(({ id }) => id)).toEqual([2]);
  expect(found('zzzzqqqq')).toEqual([[], false]);
});

test('an excerpt shows the first of the words with what stands around it', () => {
  const text = `${'before '.repeat(60)}the event loop ${'after '.repeat(60)}`.trim();
  const words = wordsPattern(['loop']);
  const excerpt = excerptOf(text, words);
  expect(excerpt).toMatch(/^… before .* event loop after .* …$/);
  expect(excerpt.length).toBeLessThan(240);
  expect(splitAtWords('a loop', words)).toEqual(['a ', 'loop', '']);
});

test('words are marked whole or as a part of a name, not inside other words', () => {
  expect(countIn('timeout, setTimeout(), timeouts, nodetimeout, setTimeouts', wordsPattern(['timeout']))).toBe(2);
  expect(excerptOf('no words', null)).toBe('no words');
});
