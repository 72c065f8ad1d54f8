import { expect, test } from 'vitest';
import { TAG_THEMES, tagOf, TAGS } from '../../../src/bank/tags.ts';

test('every tag stands in exactly one theme', () => {
  expect(TAG_THEMES.flatMap(({ tags }) => tags).toSorted()).toEqual([...new Set(TAGS)].toSorted());
});

test('a tag can stand in an address as it is', () => {
  expect(TAGS.filter((tag) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(tag))).toEqual([]);
});

test('no two tags have the same title', () => {
  const titles = TAGS.map((tag) => tagOf(tag).title.toLowerCase());
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
});

test('every tag says in one line what its questions are about, to be continued', () => {
  for (const tag of TAGS) expect(tagOf(tag).about, tag).toMatch(/^\S.{10,75}[^.\s]$/);
});
