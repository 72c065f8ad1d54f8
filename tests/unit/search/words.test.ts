import { describe, expect, test } from 'vitest';
import { matcher, meaningful, withoutOne, wordsOfAddress } from '../../../src/search/words.client.ts';

const found = (query: string, text: string): string[] => [...text.matchAll(matcher(query) ?? /$^/g)].map(String);

describe('the words of a query that are looked up', () => {
  test.each([
    ['what is the difference between nextTick and setImmediate?', 'nextTick setImmediate?'],
    ['Explain how the event loop works', 'event loop works'],
    ['settimeout vs setimmediate', 'settimeout setimmediate'],
    ['is node.js single-threaded', 'single threaded'],
    ['fs.readFile fs/promises node:fs', 'fs readFile fs promises node fs'],
    ['--inspect-brk', '--inspect brk'],
    ['setTimeout(fn, 0)', 'setTimeout fn, 0)'],
    ["don't block I/O", "don't block I/O"],
    ['"process.nextTick queue"', '"process nextTick queue"'],
    ['"what is the event loop"', '"what is the event loop"'],
    ['event loop in', 'event loop in'],
    ['event loop in ', 'event loop'],
    ['event loop in node.js', 'event loop'],
    ['what is node js', 'node'],
    ['what is ', 'what is'],
    ['', ''],
    ['   ', ''],
  ])('%j is looked up as %j', (query, words) => expect(meaningful(query)).toBe(words));
});

describe('marking', () => {
  test.each([
    ['next tick', 'process.nextTick, next ticks', ['nextTick', 'next', 'ticks']],
    ['promises', 'A promise, Promises; no compromise.', ['promise', 'Promises']],
    ['readFile', 'fs.readFile, readFileSync', ['readFile', 'readFileSync']],
    ['the loop', 'the loop', ['loop']],
    ['uv_threadpool_size', 'UV_THREADPOOL_SIZE=4', ['UV_THREADPOOL_SIZE']],
    ['--inspect [a-z]* (', 'node --inspect-brk', ['inspect']],
    ['c++', 'in C++', ['C++']],
  ])('%j marks in %j: %j', (query, text, words) => expect(found(query, text)).toEqual(words));

  test('a query without words marks nothing', () => {
    for (const query of ['', ' ', 'a', '"', '?!']) expect(matcher(query)).toBeNull();
  });
});

test.each([
  ['/event-loop/nexttick-vs-promisess/', 'event loop nexttick vs promisess'],
  ['/q/uv_threadpool_size.html', 'q uv_threadpool_size'],
  ['/caf%C3%A9/%E0%A4%A', 'caf C3 A9 E0 A4 A'],
  ['/caf%C3%A9/', 'café'],
  ['/', ''],
  [`/${'word-'.repeat(20)}`, 'word word word word word word word word'],
])('the address %s is looked up as %j', (path, words) => expect(wordsOfAddress(path)).toBe(words));

test('shorter queries leave out each word once', () => {
  expect(withoutOne('a b c')).toEqual(['b c', 'a c', 'a b']);
  expect(withoutOne('"a b"')).toEqual(['b', 'a']);
  expect(withoutOne('a')).toEqual([]);
  expect(withoutOne('a b c d e')).toEqual([]);
});
