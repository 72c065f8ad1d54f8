import { expect, test } from 'vitest';
import { normalise, parseMasks, type Mask } from '../../../src/fences/mask.ts';

const folder = '/tmp/node-answered-1-abc/run';

const cases: [Mask, string, string][] = [
  ['pid', '(node:1234) Warning: x', '(node:‹pid›) Warning: x'],
  ['pid', 'pid 12, PID: 34, stupid 5', 'pid ‹pid›, PID: ‹pid›, stupid 5'],
  ['ms', '12 ms, 3.5ms, 2 s, 7 seconds, 9 µs, 100 ns', '‹ms› ms, ‹ms›ms, ‹ms› s, ‹ms› seconds, ‹ms› µs, ‹ms› ns'],
  ['ms', '12 msgs and 3 sheep', '12 msgs and 3 sheep'],
  ['path', `${folder}/a.cjs file://${folder}/a.mjs`, '‹dir›/a.cjs ‹dir›/a.mjs'],
  ['stack', 'Error: x\n    at a (f:1:2)\n    at b (f:3:4)\nafter', 'Error: x\n    at ‹stack›\nafter'],
  ['stack', "Error: x\n    at a (f:1:2)\n    at b (f:3:4) {\n  code: 'E'\n}", "Error: x\n    at ‹stack› {\n  code: 'E'\n}"],
  [
    'stack',
    'Error: x\n    at a (f:1:2)\n    ... 3 lines matching cause stack trace ...\n    at b (f:3:4) {\n  [cause]: y',
    'Error: x\n    at ‹stack› {\n  [cause]: y',
  ],
  ['port', 'http://localhost:34567/ and port 41234, at 10:30', 'http://localhost:‹port›/ and port ‹port›, at 10:30'],
  ['number', '3 of 4.5 but not x86 or v8', '‹n› of ‹n› but not x86 or v8'],
  ['version', 'Node.js v24.21.0, v8 24.21.0', 'Node.js ‹version›, v8 24.21.0'],
  ['version', 'v26.0.0-nightly20260101', '‹version›'],
];

test.each(cases)('%s: %j', (mask, text, masked) => {
  expect(normalise(text, [mask], folder)).toBe(masked);
});

test.each(cases)('%s changes nothing that is masked already: %j', (mask, _, masked) => {
  expect(normalise(masked, [mask], folder)).toBe(masked);
});

test('without masks only blanks at line ends and blank lines at the end go', () => {
  expect(normalise('  pid 12 \n\n v1.2.3\t\r\n\n\n', [])).toBe('  pid 12\n\n v1.2.3');
  expect(normalise('\n', [])).toBe('');
});

test('the order in which masks are written does not matter', () => {
  const text = `(node:12) took 3 ms at ${folder}:34567 v1.2.3 7\n    at x (${folder}/a.cjs:1:2)`;
  const all: Mask[] = ['pid', 'ms', 'path', 'stack', 'port', 'number', 'version'];
  expect(normalise(text, all.toReversed(), folder)).toBe(normalise(text, all, folder));
  expect(normalise(text, all, folder)).toBe('(node:‹pid›) took ‹ms› ms at ‹dir›:‹port› ‹version› ‹n›\n    at ‹stack›');
});

test('masks are read from words with blanks between; an unknown one is named', () => {
  expect(parseMasks(' pid  ms')).toEqual(['pid', 'ms']);
  expect(() => parseMasks('pid time')).toThrow('mask="pid time" has no mask called "time". Known masks: pid, ms,');
  expect(() => parseMasks('constructor')).toThrow('no mask called "constructor"');
});
