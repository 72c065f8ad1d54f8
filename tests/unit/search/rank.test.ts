import { describe, expect, test } from 'vitest';
import type { Page } from '../../../src/search/catalogue.client.ts';
import { ranker, type Evidence } from '../../../src/search/rank.client.ts';
import { plainWords, stem } from '../../../src/search/stem.client.ts';
import { alike } from '../../../src/search/synonyms.client.ts';

const page = (id: string, title: string, ...aliases: string[]): Page => ({ id, path: `/${id}/`, title, aliases });
const PAGES = [
  page('what', 'What is the event loop?', 'how does the event loop work'),
  page('lag', 'What is event-loop lag, and how do you measure and reduce it?', 'monitorEventLoopDelay'),
  page('tick', 'process.nextTick() or setImmediate(): what is the difference?'),
  page('limits', 'How is memory organised, and what is the heap limit?', 'JavaScript heap out of memory'),
  page('files', 'How do you read, write, create and delete files?'),
  page('pools', 'How do you size a connection pool?'),
];
const { rank, together, say } = ranker(PAGES);
const found = (...ids: string[]): Evidence['all'] => ids.map((id, i) => ({ id, score: 10 - i }));
const order = (query: string, all: string[], each: string[][] = []): string[] =>
  rank(query, { all: found(...all), each: each.map((ids) => found(...ids)) }).map((one) => one.page.id);

describe('results are ordered by names', () => {
  test('the page whose title is the query comes before one whose title says more', () => {
    expect(order('event loop', ['lag', 'files', 'what'])).toEqual(['what', 'lag', 'files']);
    expect(order('what is the event loop', ['lag', 'what'])[0]).toBe('what');
    expect(order('event loop lag', ['what', 'lag'])[0]).toBe('lag');
  });
  test('an alias names a page as well', () => expect(order('heap out of memory', ['files', 'what', 'limits'])[0]).toBe('limits'));
  test.each(['nexttick', 'nextTick', 'next tick', 'process.nextTick', 'next_tick'])('%s names the page about nextTick', (query) =>
    expect(order(query, ['what', 'files', 'tick'])[0]).toBe('tick'),
  );
  test('forms of a word and a word on its way count', () => {
    expect(order('reading a file', ['what', 'files'])[0]).toBe('files');
    expect(order('connection pooling', ['what', 'pools'])[0]).toBe('pools');
    expect(order('event loo', ['files', 'what'])[0]).toBe('what');
  });
  test('another word for the same counts', () => {
    expect(order('remove a folder', ['what', 'files'])[0]).toBe('files');
    expect(order('mem limit', ['what', 'limits'])[0]).toBe('limits');
  });
  test('several names say together what none says alone', () => expect(order('heap of javascript organised', ['what', 'limits'])[0]).toBe('limits'));
  test('where no name fits, the order of the texts stays', () => expect(order('quokka', ['files', 'tick', 'what'])).toEqual(['files', 'tick', 'what']));
});

describe('when few pages have all words', () => {
  test('pages with most of them follow, and say that they are not whole', () => {
    const ranked = rank('quokka loop', { all: found('files'), each: [found('files'), found('files', 'pools')] });
    expect(ranked.map((one) => [one.page.id, one.whole])).toEqual([
      ['files', true],
      ['pools', false],
    ]);
  });
  test('a page whose name says nearly all comes first', () => {
    expect(order('heap out of memory quokka', ['what'], [['limits', 'what'], ['limits', 'what'], ['what']])[0]).toBe('limits');
  });
  test('none is left out for having no page with all', () => expect(order('loop quokka', [], [['what', 'lag'], []])).toEqual(['what', 'lag']));
});

test('when many pages have all words, others are left out unless their name says the query', () => {
  const many = ['lag', 'tick', 'limits', 'files', 'pools'];
  expect(order('quokka numbat', many, [[...many, 'what'], many])).not.toContain('what');
  expect(order('event loop quokka', many, [[...many, 'what'], [...many, 'what'], many])).toContain('what');
});

test('a page that Pagefind knows and the catalogue does not is left out', () => expect(order('loop', ['gone', 'what'])).toEqual(['what']));

test('words stand together in the name of a page', () => {
  expect(together('event', 'loop')).toBe(true);
  expect(together('heap', 'memory')).toBe(true);
  expect(together('event', 'memory')).toBe(false);
});

test('the name of a page says words that stand in it one behind the other', () => {
  expect(say('event loop')).toBe(true);
  expect(say('loop lag')).toBe(true);
  expect(say('loop event')).toBe(false);
  expect(say('even')).toBe(false);
});

test.each([
  ['blocks blocked blocking', ['block', 'block', 'block']],
  ['promises promise', ['promis', 'promis']],
  ['queries query', ['query', 'query']],
  ['cache caches caching', ['cach', 'cach', 'cach']],
  ['stopped slowly', ['stop', 'slow']],
  ['this sse class process', ['this', 'sse', 'class', 'process']],
  ['process.nextTick fs/promises UV_THREADPOOL_SIZE c++', ['process', 'next', 'tick', 'fs', 'promis', 'uv', 'threadpool', 'size', 'c++']],
])('%j is compared as %j', (text, words) => expect(plainWords(text)).toEqual(words));

test('words are alike in the groups they stand in, whatever their form', () => {
  expect(alike('freez', 'hang')).toBe(true);
  expect(alike(stem('crashes'), stem('dying'))).toBe(true);
  expect(alike('mock', 'stub')).toBe(false);
  expect(alike('hang', 'slow')).toBe(false);
});

test('a stem has four letters or is the word', () => {
  for (const word of ['used', 'ring', 'need', 'does', 'gas']) expect(stem(word).length).toBeGreaterThanOrEqual(Math.min(4, word.length));
});
