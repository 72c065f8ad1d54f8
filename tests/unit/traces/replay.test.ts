import { expect, test } from 'vitest';
import { replay } from '../../../src/traces/replay.ts';
import { ONE_OF_EACH, recording } from './recordings.ts';

const states = replay(ONE_OF_EACH);
const at = (kind: string, t?: number) => states.find(({ step }) => step.k === kind && (t === undefined || ('t' in step && step.t === t)))!;

test('a reader stops at every step but the end of a callback', () => {
  expect(states.map(({ step }) => step.k)).not.toContain('end');
  expect(states).toHaveLength(ONE_OF_EACH.steps.length - 4);
});

test('a task is in its queue until it runs, then on the stack until it ends', () => {
  expect(at('log').places).toMatchObject({ timer: [0], immediate: [1], micro: [2], tick: [3] });
  expect(at('run', 3)).toMatchObject({ stack: [3], places: { tick: [] }, who: 'tick', line: 4 });
  expect(at('run', 2)).toMatchObject({ stack: [2] });
});

test('the script leaves the stack when something else begins', () => {
  expect(at('log').stack).toEqual(['main']);
  expect(at('phase').stack).toEqual([]);
});

test('a phase lasts until the next, and the process leaves the loop when it ends', () => {
  expect(at('run', 0)).toMatchObject({ phase: 'timers', turn: 1, who: 'timer' });
  expect(at('run', 1)).toMatchObject({ phase: 'check', turn: 2 });
  expect(at('exit')).toMatchObject({ phase: null, stack: [], who: 'idle' });
});

test('a printed line counts from its step on', () => {
  expect(states.map(({ printed }) => printed)).toEqual([0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5]);
});

test('a queue is first in, first out, and an earlier state is never changed by a later one', () => {
  const two = recording(
    [
      { q: 'tick', api: 'nextTick', l: 1 },
      { q: 'tick', api: 'nextTick', l: 2 },
    ],
    [
      { k: 'start' },
      { k: 'add', t: 0 },
      { k: 'add', t: 1 },
      { k: 'run', t: 0 },
      { k: 'end', t: 0 },
      { k: 'run', t: 1 },
      { k: 'end', t: 1 },
      { k: 'exit', c: 0 },
    ],
  );
  expect(replay(two).map(({ places }) => places.tick)).toEqual([[], [0], [0, 1], [1], [], []]);
});

test('a reaction waits on its promise, and only then joins the queue', () => {
  const waiting = recording([{ q: 'micro', api: '.then', l: 1 }], [{ k: 'start' }, { k: 'wait', t: 0 }, { k: 'add', t: 0, by: 'settle' }, { k: 'run', t: 0 }]);
  expect(replay(waiting).map(({ places }) => [places.wait, places.micro])).toEqual([
    [[], []],
    [[0], []],
    [[], [0]],
    [[], []],
  ]);
});

test('an interval that is armed again while it runs is in both places, and a cancelled one in none', () => {
  const interval = recording(
    [{ q: 'timer', api: 'setInterval', l: 1, every: 1 }],
    [{ k: 'start' }, { k: 'add', t: 0 }, { k: 'run', t: 0 }, { k: 'add', t: 0, by: 'again' }, { k: 'end', t: 0 }, { k: 'drop', t: 0 }],
  );
  expect(replay(interval).map(({ stack, places }) => [stack, places.timer])).toEqual([
    [['main'], []],
    [['main'], [0]],
    [[0], []],
    [[0], [0]],
    [[], []],
  ]);
});

test('the calls inside what runs are those of the step', () => {
  const nested = recording([], [{ k: 'start' }, { k: 'log', x: 'a', l: 2, s: [['main', 5], ['first', 2]] }, { k: 'log', x: 'b', l: 6 }]); // prettier-ignore
  expect(replay(nested).map(({ frames }) => frames)).toEqual([[], [['first', 2]], []]);
});
