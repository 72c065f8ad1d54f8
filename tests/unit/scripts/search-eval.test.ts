import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseQueries, readQueries, withTypos } from '../../../scripts/search-eval/queries.ts';
import { misses, quantile } from '../../../scripts/search-eval/report.ts';
import { place, score, split, type Answered } from '../../../scripts/search-eval/score.ts';
import { random, stableHash } from '../../../scripts/search-eval/seeded.ts';
import { mistype } from '../../../scripts/search-eval/typos.ts';
import { edits } from '../../../src/search/corrector.client.ts';
import { SEGMENTS } from '../../../src/bank/segments.ts';

describe('the committed queries', () => {
  const queries = readQueries();
  test('every page that is wanted exists', () => {
    const missing = queries.flatMap(({ words, pages }) =>
      pages.filter((page) => !existsSync(`src/content/docs/${page}.mdx`)).map((page) => `"${words}" wants ${page}`),
    );
    expect(missing).toEqual([]);
  });
  test('every segment has six queries or more', () => {
    for (const { id } of SEGMENTS) expect(queries.filter(({ pages }) => pages[0]!.startsWith(`${id}/`)).length, id).toBeGreaterThanOrEqual(6);
  });
  test('about a third is held out', () => {
    const part = queries.filter(({ heldOut }) => heldOut).length / queries.length;
    expect(part).toBeGreaterThan(0.25);
    expect(part).toBeLessThan(0.42);
  });
  test('each query with a long word comes again with one typo, the same each time', () => {
    const made = withTypos(queries);
    expect(made.length).toBeGreaterThan(200);
    expect(withTypos(queries)).toEqual(made);
    const clean = new Set(queries.map(({ words }) => words));
    for (const { words } of made) expect(clean.has(words), words).toBe(false);
  });
});

describe('a line of queries', () => {
  test('is read', () => {
    expect(parseQueries('# remark\n\nerror | EXDEV | a/b, c/d\n')).toEqual([
      { kind: 'error', words: 'EXDEV', pages: ['a/b', 'c/d'], heldOut: stableHash('EXDEV') % 3 === 0 },
    ]);
  });
  test.each([
    ['error | EXDEV', 'f:1: three parts'],
    ['eror | EXDEV | a/b', 'f:1: "eror" is no kind'],
    ['api | x | a/b\napi | x | c/d', 'f:2: "x" stands here twice'],
  ])('%j is refused: %s', (text, message) => expect(() => parseQueries(text, 'f')).toThrow(message));
});

test('a typo is one edit in the longest word and leaves its first letter', () => {
  for (let seed = 0; seed < 200; seed++) {
    const typed = mistype('the event loop', random(seed))!;
    expect(typed).toMatch(/^the e\w+ loop$/);
    expect(edits(typed, 'the event loop', 3)).toBe(1);
  }
  expect(mistype('fs vs jwt', random(1))).toBeNull();
});

test('places and scores are counted as they are defined', () => {
  const query = (found: string[]): Answered => ({ kind: 'api', words: 'x', pages: ['a', 'b'], heldOut: false, found });
  const tenth = [...'123456789'];
  expect([['a'], ['x', 'b'], [...tenth, 'a'], [...tenth, 'x', 'a'], []].map((found) => place(query(found)))).toEqual([1, 2, 10, Infinity, Infinity]);
  expect(score([query(['a']), query(['x', 'b']), query([]), query([...tenth, 'a'])])).toEqual({
    queries: 4,
    mrr: (1 + 0.5 + 0.1) / 4,
    first: 0.25,
    three: 0.5,
  });
  expect(split([query([]), { ...query([]), kind: 'made typo' }]).typos).toHaveLength(1);
  expect(misses([query(['a']), query(['x'])])).toBe('✗ api: "x" → a or b: not in the first ten\n    instead: x');
  expect(quantile([5, 1, 3], 0.5)).toBe(3);
});
