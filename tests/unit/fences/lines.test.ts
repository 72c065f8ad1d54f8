import { expect, test } from 'vitest';
import { ALL_LINES, NODE_LINES, parseLines } from '../../../src/fences/lines.ts';

test('every line has an exact release of its own', () => {
  for (const line of ALL_LINES) expect(NODE_LINES[line]).toMatch(new RegExp(`^${line}\\.\\d+\\.\\d+$`));
  expect(ALL_LINES).toEqual([...ALL_LINES].sort((a, b) => a - b));
});

test.each([
  ['>=24', [24, 26]],
  ['>24', [26]],
  ['<=24', [22, 24]],
  ['< 24', [22]],
  ['26 22', [22, 26]],
  ['22,24', [22, 24]],
  ['24', [24]],
])('%s is understood', (text, lines) => {
  expect(parseLines(text)).toEqual(lines);
});

test.each(['>=28', '18', '22 23', 'new', ''])('%j names no supported line', (text) => {
  expect(() => parseLines(text)).toThrow(`node="${text}" names no supported Node line. Write ">=24" or a list such as "22 24" out of 22, 24, 26.`);
});
