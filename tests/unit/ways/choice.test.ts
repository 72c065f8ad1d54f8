import { expect, test } from 'vitest';
import { choiceIn, chosenBy, queryOf, said, type Choice, type Listed } from '../../../src/ways/choice.client.ts';

const NOTHING: Choice = { level: '', segment: '', tag: '', words: '' };
const pipe: Listed = { level: 'mid', segment: 'streams', tags: ['streams', 'errors'], title: 'Why is pipeline() better than pipe()?' };
const loop: Listed = { level: 'junior', segment: 'event-loop', tags: ['libuv'], title: "What is Node's event loop?" };

/** Which of the two questions are chosen. */
const chosen = (choice: Partial<Choice>): Listed[] => [pipe, loop].filter(chosenBy({ ...NOTHING, ...choice }));

test('no choice chooses everything', () => {
  expect(chosen({})).toEqual([pipe, loop]);
});

test.each([
  ['level', { level: 'junior' }, [loop]],
  ['segment', { segment: 'streams' }, [pipe]],
  ['tag', { tag: 'errors' }, [pipe]],
  ['words', { words: 'loop' }, [loop]],
] as const)('a question is chosen by its %s', (_, choice, expected) => {
  expect(chosen(choice)).toEqual(expected);
});

test('every part of a choice must fit', () => {
  expect(chosen({ level: 'mid', tag: 'streams', words: 'pipe' })).toEqual([pipe]);
  expect(chosen({ level: 'junior', tag: 'streams' })).toEqual([]);
});

test('a tag is a whole word: no part of another tag', () => {
  expect(chosen({ tag: 'stream' })).toEqual([]);
});

test('words may come in any order, in any case, unfinished and with any apostrophe', () => {
  expect(chosen({ words: '  PIPE   bett' })).toEqual([pipe]);
  expect(chosen({ words: 'loop node’s' })).toEqual([loop]);
  expect(chosen({ words: 'évént lööp' })).toEqual([loop]);
  expect(chosen({ words: 'pipe loop' })).toEqual([]);
});

test('a choice survives the way through an address', () => {
  const choice: Choice = { level: 'senior', segment: 'event-loop', tag: 'async-await', words: 'a & b = "c"' };
  expect(choiceIn(queryOf(choice, ''))).toEqual(choice);
});

test('an address without a choice has no query, and keeps what is not ours', () => {
  expect(queryOf(NOTHING, '?level=mid')).toBe('');
  expect(queryOf({ ...NOTHING, tag: 'v8' }, '?mark=heap&level=mid')).toBe('?mark=heap&tag=v8');
});

test('the number is told with what it is a part of', () => {
  expect([said(12, 19), said(19, 19), said(0, 19), said(1, 1)]).toEqual(['12 of 19 questions', '19 questions', '0 of 19 questions', '1 question']);
});
