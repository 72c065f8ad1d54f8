import { describe, expect, test } from 'vitest';
import { disagrees, predictionsAgreeWithTheOutput } from '../../../checks/predictions-agree-with-the-output.ts';
import { found, lineWith, question } from './bank.ts';

/** A page with one Predict whose program prints b, then a. */
const page = (...options: string[]) =>
  question(
    'event-loop/a',
    {},
    ['<Predict question="What?">', '```js run title="a.mjs"\n1\n```', '```text output\nb\na\n```', ...options, '</Predict>'].join('\n\n'),
  );
const told = (...options: string[]) => found(predictionsAgreeWithTheOutput, [page(...options)]);

const wrong = '<Option text="a, b">Why not.</Option>';
const right = '<Option text="b, a" correct>Why.</Option>';

test('one correct option that is what the program prints is right', () => {
  expect(told(wrong, right)).toEqual([]);
});

test('a correct option in another order than was printed is told on its line', () => {
  const source = page('<Option text="a, b" correct>Why.</Option>', '<Option text="It is a race">Why.</Option>');
  expect(found(predictionsAgreeWithTheOutput, [source])).toEqual([
    `event-loop/a.mdx:${lineWith(source, '<Option')} the correct option says "a, b", the output says "b, a". → Make the option say what the program prints.`,
  ]);
});

test('a wrong option that is what the program prints is told', () => {
  expect(told('<Option text="b, a">Why.</Option>', '<Option text="something else" correct>Why.</Option>')).toEqual([
    expect.stringContaining('"b, a" is what the program prints, but the option is not marked correct. → Move `correct` to it.'),
  ]);
});

test('none or two correct options are told', () => {
  expect(told(wrong, '<Option text="c">Why.</Option>')).toEqual([expect.stringContaining('this Predict has 0 correct options. → Mark exactly one')]);
  expect(told(right, '<Option text="c" correct>Why.</Option>')).toEqual([expect.stringContaining('this Predict has 2 correct options.')]);
});

test('too few and too many options are told', () => {
  expect(told(right)).toEqual([expect.stringContaining('this Predict has 1 options. → Write two to four')]);
  expect(told(right, ...['c', 'd', 'e', 'f'].map((text) => `<Option text="${text}">x</Option>`))).toEqual([
    expect.stringContaining('this Predict has 5 options.'),
  ]);
});

test('an option without a text, or with the text of another, is told', () => {
  expect(told(right, '<Option>Why.</Option>')).toEqual([expect.stringContaining('this Option has no text')]);
  expect(told(right, wrong, wrong)).toEqual([expect.stringContaining('two options say "a, b".')]);
});

describe('an option is compared with the output', () => {
  test.each([
    ['a, b, c', ['a', 'b', 'c'], false],
    ['a, c, b', ['a', 'b', 'c'], true],
    ['a, b, d', ['a', 'b', 'c'], true],
    ['one, with a comma, two', ['one, with a comma', 'two'], false],
    ['It prints nothing, ever', ['x', 'y'], false],
    ['42', ['43'], false],
    ['a, b', ['a', 'b', 'c'], false],
  ])('%j against %j: disagrees %j', (text, lines, expected) => {
    expect(disagrees(text, lines)).toBe(expected);
  });
});
