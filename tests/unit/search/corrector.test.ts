import { describe, expect, test } from 'vitest';
import { correct, edits } from '../../../src/search/corrector.client.ts';
import { readWords } from '../../../src/search/word-list.client.ts';
import { countWords, wordList } from '../../../src/search/word-list.ts';

const PAGES = [
  { names: 'What is backpressure? event loop', text: 'process.nextTick and setImmediate; UV_THREADPOOL_SIZE; a draft' },
  { names: 'Event sourcing, express', text: 'forcing forcing createReadStream, one event, two events, kubernetes, express apps' },
  { names: 'The event loop', text: 'forcing the streaming loop; a debounced timer; const eventLoop = 1; uint8array' },
];
const words = readWords(wordList(countWords(PAGES)));
const corrected = (query: string): string => correct(query, words).query;

describe('a query is corrected', () => {
  test.each([
    ['backpresure', 'backpressure', 'a letter is missing'],
    ['bakcpressure', 'backpressure', 'two letters are swapped'],
    ['backpressurre', 'backpressure', 'a letter is there twice'],
    ['backpresdure', 'backpressure', 'a key beside was pressed'],
    ['evnt loop', 'event loop', 'in one word of two'],
    ['how does backpresure work?', 'how does backpressure work?', 'inside a sentence'],
    ['process.nextTikc', 'process.nexttick', 'behind a dot'],
    ['SETIMEDIATE', 'setimmediate', 'in capitals'],
    ['uv_threadpol_size', 'uv_threadpool_size', 'with underscores'],
    ['uint8aray', 'uint8array', 'with a digit'],
    ['expres loop', 'express loop', 'when it is the beginning of a word, but finished'],
  ])('%j → %j: %s', (query, better) => expect(corrected(query)).toBe(better));

  test('two words written as one are set apart, though a program has a variable of that name', () => {
    expect(corrected('eventloop')).toBe('eventloop');
    const often = countWords([...Array.from({ length: 64 }, () => ({ names: '', text: 'event loop' })), ...PAGES]);
    const oftenSaid = readWords(wordList(often));
    const named = { together: () => false, say: (name: string) => name === 'event loop' };
    expect(correct('eventloop', oftenSaid, named).query).toBe('event loop');
    expect(correct('eventloop', oftenSaid).query, 'no page is called by the two').toBe('eventloop');
    expect(correct('eventLoop', oftenSaid, named).query, 'typed as the variable').toBe('eventLoop');
  });

  test('two words written as one are set apart, unless it is a letter away from a word', () => {
    const known = readWords('0back\n0event\n5ful\n0full\n0loop');
    expect(correct('loopback', known).query).toBe('loop back');
    expect(correct('eventfull', known).query).toBe('eventful');
  });

  test('an error code that the site does not have is not a word without its first letter', () => {
    expect(correct('EEVENT', words)).toEqual({ query: 'event', missing: [] });
    expect(correct('ELOOP', words)).toEqual({ query: 'ELOOP', missing: ['ELOOP'] });
  });

  test('the word that names a page together with the other words is preferred', () => {
    const naming = (word: string) => ({ together: (a: string, b: string) => a === word && b === 'event', say: () => false });
    const both = readWords('0event2\n0forcing2\n0sourcing2');
    expect(correct('event sorcing', both, naming('sourcing')).query).toBe('event sourcing');
    expect(correct('event sorcing', both, naming('forcing')).query).toBe('event forcing');
  });
});

describe('a query stays as it is', () => {
  test.each([
    ['nextTick', 'a name of the site'],
    ['tick immediate', 'parts of names of the site'],
    ['createReadStream', 'a name in a program'],
    ['backpress', 'the beginning of a word, which may be on its way'],
    ['events timers expressing loops', 'forms of words of the site'],
    ["doesn't", 'a contraction'],
    ['jwt fs sse', 'short words'],
    ['sha256 a3f9c1d2e4', 'digits and hashes'],
    ['naïve', 'letters beyond ASCII'],
    ['=> --', 'no words'],
  ])('%j: %s', (query) => expect(correct(query, words)).toEqual({ query, missing: [] }));
});

test.each([
  ['drafd', 'near a short word that one page has'],
  ['drawn', 'two letters from it'],
])('%j is no typing error: %s', (word) => expect(correct(word, words)).toEqual({ query: word, missing: [word] }));

test('a well-known name that the site lacks is not corrected to a word of it', () => {
  const near = readWords('0shift9\n0html9');
  expect(correct('shiift', near).query).toBe('shift');
  expect(correct('swift', near)).toEqual({ query: 'swift', missing: ['swift'] });
  expect(correct('htmx', near)).toEqual({ query: 'htmx', missing: ['htmx'] });
});

test('a word that nothing resembles is reported as missing', () => {
  expect(correct('event quokka', words)).toEqual({ query: 'event quokka', missing: ['quokka'] });
});

test.each([
  ['loop', 'loop', 0],
  ['loop', 'lop', 1],
  ['loop', 'lopo', 1],
  ['loop', 'loops', 1],
  ['loop', 'leap', 2],
  ['event', 'evnet', 1],
  ['ab', 'ba', 1],
])('%s and %s differ by %i', (a, b, distance) => {
  expect(edits(a, b, 3)).toBe(distance);
  expect(edits(b, a, 3)).toBe(distance);
  if (distance > 0) expect(edits(a, b, distance - 1)).toBeGreaterThan(distance - 1);
});

test('the word list is read as it was written, apart from long plurals', () => {
  const counts = countWords([{ names: 'deadline', text: 'event eventemitter events uint8array deadlines sha256 12345 abcdef12 nextTick' }]);
  const read = readWords(wordList(counts)).weights;
  expect([...counts.keys()].sort()).toEqual(['deadline', 'deadlines', 'event', 'eventemitter', 'events', 'next', 'nexttick', 'tick', 'uint8array']);
  counts.delete('deadlines');
  expect([...read].sort()).toEqual([...counts].sort());
  expect(read.get('deadline')).toBeGreaterThan(read.get('event')!);
});
