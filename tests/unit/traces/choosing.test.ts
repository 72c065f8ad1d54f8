import { expect, test } from 'vitest';
import { formatTraceFile, linesOf, readTraceFile, recordingsFor, traceFileOf, writeTraceFile } from '../../../src/traces/files.ts';
import type { NodeLine } from '../../../src/fences/lines.ts';
import type { Recording } from '../../../src/traces/trace.ts';
import { commonest, joinLines, liveliest, shapeOf } from '../../../verify/trace/choose.ts';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { tempFolder } from '../verify/house.ts';

const runs = { plain: 10, same: 10, recorded: 5, alike: 4 };

const recording = (node: string, text: string, more: Partial<Recording> = {}): Recording => ({
  file: 'a.cjs',
  node,
  tasks: [],
  steps: [{ k: 'start' }, { k: 'phase', p: 'poll', n: 1, ms: 3 }, { k: 'log', x: text }],
  runs,
  ...more,
});

const byLine = (list: Record<number, Recording[]>) => new Map(Object.entries(list).map(([line, all]) => [Number(line) as NodeLine, all]));

test('the commonest is chosen, and of equals the earliest', () => {
  expect(commonest(['b', 'a', 'a'], (x) => x)).toEqual(['a', 'a']);
  expect(commonest(['b', 'a'], (x) => x)).toEqual(['b']);
  expect(commonest([], String)).toEqual([]);
});

test('how long the loop slept does not make two recordings different', () => {
  const slept = recording('24', 'a', { steps: [{ k: 'start' }, { k: 'phase', p: 'poll', n: 1, ms: 9 }, { k: 'log', x: 'a' }] });
  expect(shapeOf(slept)).toBe(shapeOf(recording('24', 'a')));
  expect(shapeOf(recording('24', 'b'))).not.toBe(shapeOf(recording('24', 'a')));
});

test('of recordings that are alike, the one that slept least is kept', () => {
  const slept = (ms: number) => recording('24', 'a', { steps: [{ k: 'phase', p: 'timers', n: 1, ms }] });
  expect(liveliest([slept(20), slept(2), slept(9)])).toEqual(slept(2));
});

test('lines that ran alike share one recording, with the evidence of both', () => {
  const file = joinLines('hash', byLine({ 22: [recording('22.1.0', 'a')], 24: [recording('24.1.0', 'a')], 26: [recording('26.1.0', 'b')] }));
  expect(Object.keys(file.lines).toSorted()).toEqual(['22 24', '26']);
  expect(file.lines['22 24']).toMatchObject([{ node: '22.1.0 24.1.0', runs: { plain: 20, same: 20, recorded: 10, alike: 8 } }]);
  expect(linesOf(file)).toEqual([22, 24, 26]);
  expect(recordingsFor(file, 24)[0]!.node).toBe('22.1.0 24.1.0');
  expect(recordingsFor(file, 26)[0]!.node).toBe('26.1.0');
});

test("lines that differ only in Node's own jobs share the newest recording", () => {
  const internal = { q: 'tick' as const, api: 'resume_', i: 1 as const };
  const steps = [{ k: 'add' as const, t: 0 }, { k: 'run' as const, t: 0 }, { k: 'end' as const, t: 0 }, { k: 'log' as const, x: 'a' }];
  const [older, newer] = [recording('24.1.0', 'a', { tasks: [internal], steps }), recording('26.1.0', 'a', { tasks: [], steps: steps.slice(3) })];
  expect(joinLines('hash', byLine({ 24: [older], 26: [newer] })).lines).toMatchObject({ '24 26': [{ node: '24.1.0 26.1.0', steps: newer.steps }] });
});

test('lines of a race share only when all of its outcomes ran alike', () => {
  const race = (node: string, ...texts: string[]) => texts.map((text, outcome) => recording(node, text, { outcome, runs: undefined }));
  const same = joinLines('hash', byLine({ 22: race('22', 'a', 'b'), 24: race('24', 'a', 'b'), 26: race('26', 'a') }));
  expect(Object.entries(same.lines).map(([key, list]) => [key, list.length])).toEqual([
    ['26', 1],
    ['22 24', 2],
  ]);
});

test('a trace file lies below its page, a task or a step on each line, and reads as it was written', () => {
  const root = tempFolder();
  const file = joinLines('abc', byLine({ 24: [recording('24.1.0', 'a')] }));
  expect(traceFileOf('event-loop/phases', 'one-lap.cjs')).toBe('traces/event-loop/phases/one-lap.cjs.json');
  writeTraceFile(root, 'traces/a/b.cjs.json', file);
  expect(readTraceFile(root, 'traces/a/b.cjs.json')).toEqual(file);
  expect(readTraceFile(root, 'traces/a/other.json')).toBeNull();
  expect(formatTraceFile(file).split('\n')).toContain('          {"k":"log","x":"a"}');
});

test('a trace file that is no JSON says how to repair it', () => {
  const root = tempFolder();
  writeFileSync(path.join(root, 'a.json'), '<<<<<<< main');
  expect(() => readTraceFile(root, 'a.json')).toThrow(/^a\.json is not valid JSON \(.*\)\. Delete it, then run: npm run trace$/);
});
