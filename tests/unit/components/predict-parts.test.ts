import { expect, test } from 'vitest';
import { predictParts } from '../../../src/components/parts/predict-parts.ts';
import { OPTIONS, option, OUTPUT, PROGRAM } from './predict-page.ts';

test('the program, its output and the options are told apart', () => {
  const parts = predictParts(PROGRAM + OUTPUT + OPTIONS);
  expect(parts.program).toContain('<pre>code</pre>');
  expect(parts.program).not.toContain('printed');
  expect(parts.output).toContain('<pre>printed</pre>');
  expect(parts.options).toEqual([
    { text: 'a, b', correct: false, why: '<p>Not in this order.</p>' },
    { text: 'b, a', correct: true, why: '<p>The queue of <code>b</code> is first.</p>' },
    { text: 'It is a race', correct: false, why: '<p>No timer here.</p>' },
  ]);
});

test('several outputs stay together', () => {
  expect(predictParts(PROGRAM + OUTPUT + OUTPUT + OPTIONS).output.match(/printed/g)).toHaveLength(2);
});

test('the text of an option is text, whatever is in it', async () => {
  const { options } = predictParts(PROGRAM + OUTPUT + (await option('a < b && "c"', 'x', true)) + (await option('d', 'y')));
  expect(options[0]!.text).toBe('a < b && "c"');
});

test.each([
  ['without a program', OUTPUT],
  ['without an output', PROGRAM],
])('%s it says what it needs', (_, blocks) => {
  expect(() => predictParts(blocks + OPTIONS)).toThrow('<Predict> needs a `js run` fence and its `text output` fence, with blank lines around them.');
});

test('with one option it asks for more', async () => {
  const one = await option('a', 'x', true);
  expect(() => predictParts(PROGRAM + OUTPUT + one)).toThrow('<Predict> has 1 options. Write two to four <Option text="…">why</Option>.');
});

test('with no correct option, or two, it asks for exactly one', async () => {
  const [right, wrong] = [await option('a', 'x', true), await option('b', 'y')];
  expect(() => predictParts(PROGRAM + OUTPUT + wrong + wrong)).toThrow('<Predict> has 0 correct options. Mark exactly one: <Option text="…" correct>.');
  expect(() => predictParts(PROGRAM + OUTPUT + right + right)).toThrow('<Predict> has 2 correct options. Mark exactly one: <Option text="…" correct>.');
});
