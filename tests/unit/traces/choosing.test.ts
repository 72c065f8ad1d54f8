import { expect, test } from 'vitest';
import { formatTraceFile, linesOf, readTraceFile, recordingsFor, sumOf, traceFileOf, writeTraceFile } from '../../../src/traces/files.ts';
import type { NodeLine } from '../../../src/fences/lines.ts';
import type { Recording } from '../../../src/traces/trace.ts';
import { chooseTraces, commonest, typical, shapeOf, visibleShape, type Candidates } from '../../../verify/trace/choose.ts';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { tempFolder } from '../verify/house.ts';

const evidence = { plain: 10, same: 10, recorded: 5 };

const recording = (node: string, text: string, more: Partial<Recording> = {}): Recording => ({
  file: 'a.cjs',
  node,
  tasks: [],
  steps: [{ k: 'start' }, { k: 'phase', p: 'poll', n: 1, ms: 3 }, { k: 'log', x: text }],
  ...more,
});

/** What was recorded on each line: texts stand for runs. */
const recorded = (lines: Record<number, string[]>) =>
  chooseTraces(
    'hash',
    new Map(
      Object.entries(lines).map(([line, texts]) => [Number(line) as NodeLine, [{ recordings: texts.map((text) => recording(`${line}.1.0`, text)), evidence }]]),
    ),
  );

test('the commonest are chosen, and of equals the earliest', () => {
  expect(commonest(['b', 'a', 'a'], (x) => x)).toEqual(['a', 'a']);
  expect(commonest(['b', 'a'], (x) => x)).toEqual(['b']);
  expect(commonest([], String)).toEqual([]);
});

test('how long the loop slept does not make two recordings different, and the median of them is kept', () => {
  const slept = (ms: number) => recording('24', 'a', { steps: [{ k: 'phase', p: 'timers', n: 1, ms }] });
  expect(shapeOf(slept(20))).toBe(shapeOf(slept(2)));
  expect(shapeOf(recording('24', 'b'))).not.toBe(shapeOf(recording('24', 'a')));
  expect(typical([slept(20), slept(2), slept(9)])).toEqual(slept(9));
});

test('lines that ran alike share one recording, with the evidence of both', () => {
  const file = recorded({ 22: ['a', 'a'], 24: ['a', 'a', 'x'], 26: ['b'] });
  expect(Object.keys(file.lines).toSorted()).toEqual(['22 24', '26']);
  expect(file.lines['22 24']).toMatchObject([{ node: '22.1.0 24.1.0', runs: { plain: 20, same: 20, recorded: 10, alike: 4 } }]);
  expect(linesOf(file)).toEqual([22, 24, 26]);
  expect(recordingsFor(file, 24)[0]!.node).toBe('22.1.0 24.1.0');
  expect(recordingsFor(file, 26)[0]!.node).toBe('26.1.0');
});

test('noise is no difference between lines: the run is chosen that most lines have made', () => {
  const file = recorded({ 22: ['b', 'b', 'a'], 24: ['a', 'a'], 26: ['b', 'a'] });
  expect(Object.keys(file.lines)).toEqual(['22 24 26']);
  expect(file.lines['22 24 26']![0]!.runs!.alike).toBe(4);
});

test("lines that differ only in Node's own jobs share the newest recording", () => {
  const internal = { q: 'tick' as const, api: 'resume_', i: 1 as const };
  const steps = [{ k: 'add' as const, t: 0 }, { k: 'run' as const, t: 0 }, { k: 'end' as const, t: 0 }, { k: 'log' as const, x: 'a' }];
  const older = { recordings: [recording('24.1.0', 'a', { tasks: [internal], steps })], evidence };
  const newer = { recordings: [recording('26.1.0', 'a', { tasks: [], steps: steps.slice(3) })], evidence };
  const byLine = new Map([
    [24 as NodeLine, [older]],
    [26 as NodeLine, [newer]],
  ]);
  expect(chooseTraces('hash', byLine).lines).toMatchObject({ '24 26': [{ node: '24.1.0 26.1.0', steps: newer.recordings[0]!.steps }] });
});

test("names that V8 gives to Node's functions are no difference between lines", () => {
  const stack = (name: string) => recording('24', '', { steps: [{ k: 'log', x: 'a', l: 2, s: [['main', 3], [name], ['log', 2]] }] });
  expect(visibleShape(stack('onwrite'))).toBe(visibleShape(stack('WritableState.onwrite')));
});

test('lines of a race share only when they have the same outcomes, in whatever order', () => {
  const race = (line: number, ...outcomes: [number, string][]): [NodeLine, Candidates[]] => [
    line as NodeLine,
    outcomes.map(([outcome, text]) => ({ recordings: [recording(`${line}`, text, { outcome })] })),
  ];
  const file = chooseTraces('hash', new Map([race(22, [0, 'a'], [1, 'b']), race(24, [1, 'b'], [0, 'a']), race(26, [0, 'a'])]));
  expect(file.lines['22 24']!.map(({ outcome, runs }) => [outcome, runs])).toEqual([
    [0, undefined],
    [1, undefined],
  ]);
  expect(file.lines['26']!.map(({ outcome }) => outcome)).toEqual([0]);
});

test('a trace file lies below its page, a task or a step on each line, and reads as it was written', () => {
  const root = tempFolder();
  const file = recorded({ 24: ['a'] });
  expect(traceFileOf('event-loop/phases', 'one-lap.cjs')).toBe('traces/event-loop/phases/one-lap.cjs.json');
  writeTraceFile(root, 'traces/a/b.cjs.json', file);
  expect(readTraceFile(root, 'traces/a/b.cjs.json')).toEqual({ ...file, sum: sumOf(file) });
  expect(readTraceFile(root, 'traces/a/other.json')).toBeNull();
  expect(formatTraceFile(file).split('\n')).toContain('          {"k":"log","x":"a"}');
});

test('a trace file that is no JSON says how to repair it', () => {
  const root = tempFolder();
  writeFileSync(path.join(root, 'a.json'), '<<<<<<< main');
  expect(() => readTraceFile(root, 'a.json')).toThrow(/^a\.json is not valid JSON \(.*\)\. Delete it, then run: npm run trace$/);
});
