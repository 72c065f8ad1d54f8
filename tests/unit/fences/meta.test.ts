import { expect, test } from 'vitest';
import { parseMeta } from '../../../src/fences/meta.ts';

test('flags, quoted values and numbers are read', () => {
  expect(parseMeta('run title="a.mjs" throws node=">=24" outcomes=40')).toEqual({ run: true, title: 'a.mjs', throws: true, node: '>=24', outcomes: 40 });
});

test('single quotes work like double ones', () => {
  expect(parseMeta("run title='a.mjs'")).toEqual({ run: true, title: 'a.mjs' });
});

test('a value may hold blanks and the other quote', () => {
  expect(parseMeta(`norun="it's for a browser, and = too"`)).toEqual({ norun: "it's for a browser, and = too" });
});

test('outcomes without a number are 20 runs', () => {
  expect(parseMeta('run outcomes')).toEqual({ run: true, outcomes: 20 });
});

test('the words of Expressive Code pass through', () => {
  expect(parseMeta('run {1-3} ins={2} del={"a":4} "text" /re x/ wrap frame="none" collapse={1-2}')).toEqual({ run: true });
});

test.each([
  ['runs', '"runs" is not a meta word of a fence. Known words: run, title,'],
  ['run run', 'The meta word "run" stands twice. Keep one.'],
  ['run=yes', '"run" takes no value. Write just run.'],
  ['title', '"title" needs a value. Write title="…".'],
  ['title=""', '"title" needs a value.'],
  ['outcomes=1', 'outcomes=1 must be a whole number from 2 to 200'],
  ['outcomes=many', 'outcomes=many must be a whole number'],
  ['run title="a.mjs', 'cannot be read near ": a quote, brace or slash is not closed.'],
  ['run {1-3', 'cannot be read near {'],
  ['constructor', '"constructor" is not a meta word of a fence.'],
])('a mistake is named: %s', (meta, message) => {
  expect(() => parseMeta(meta)).toThrow(message);
});
