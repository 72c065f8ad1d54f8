import { expect, test } from 'vitest';
import { difference, spoken } from '../../../src/traces/differ.ts';
import type { Recording } from '../../../src/traces/trace.ts';
import { ONE_OF_EACH, readFileIn } from './recordings.ts';

const FOUR = ['open', 'fstat', 'read', 'close'];
const older = { lines: '22 24', recording: readFileIn(FOUR, ['immediate', 'file']) };

test('another order of the output is told first, with the trips that explain it', () => {
  const newer = { lines: '26', recording: readFileIn([''], ['file', 'immediate']) };
  expect(difference(older, newer)).toBe(
    'On Node 26 “file” is printed before “immediate”, on Node 22 and 24 after it: readFile is one trip to the system there, four trips on Node 22 and 24.',
  );
});

test('the same output after fewer trips is told as such', () => {
  const newer = { lines: '26', recording: readFileIn([''], ['immediate', 'file']) };
  expect(difference(older, newer)).toBe('Node 26 prints the same, but readFile is one trip to the system there, four trips on Node 22 and 24.');
});

test('when nothing else differs, the steps are counted', () => {
  const shorter = { ...ONE_OF_EACH, steps: ONE_OF_EACH.steps.filter(({ k }) => k !== 'phase') };
  expect(difference({ lines: '22', recording: ONE_OF_EACH }, { lines: '24 26', recording: shorter })).toBe(
    'Node 24 and 26 print the same in 15 steps, Node 22 in 17.',
  );
});

test('lines are spoken as people say them', () => {
  expect(['26', '22 24', '22 24 26', '22.23.3 24.21.0 26.10.0'].map(spoken)).toEqual([
    'Node 26',
    'Node 22 and 24',
    'Node 22, 24 and 26',
    'Node 22.23.3, 24.21.0 and 26.10.0',
  ]);
});

test('the trips of two calls are not added up', () => {
  const twice = ({ tasks, steps, ...rest }: Recording): Recording => ({
    ...rest,
    tasks: [...tasks, ...tasks],
    steps: [...steps, ...steps.flatMap((step) => ('t' in step ? [{ ...step, t: step.t + tasks.length }] : []))],
  });
  const newer = { lines: '26', recording: twice(readFileIn([''], ['immediate', 'file'])) };
  expect(difference({ ...older, recording: twice(older.recording) }, newer)).toContain('one trip to the system there, four trips');
});
