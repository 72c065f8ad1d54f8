import type { Recording, Step, Task } from '../../../src/traces/trace.ts';

/** A recording out of its tasks and steps. */
export const recording = (tasks: Task[], steps: Step[], rest: Partial<Recording> = {}): Recording => ({
  file: 'a.cjs',
  node: '24.21.0',
  tasks,
  steps,
  ...rest,
});

/** A task that runs and prints. */
const turn = (t: number, x: string, l: number): Step[] => [
  { k: 'run', t },
  { k: 'log', x, l },
  { k: 'end', t },
];

/** One of each: a timer, a tick, a reaction and an immediate, as a script of five lines leaves them. */
export const ONE_OF_EACH = recording(
  [
    { q: 'timer', api: 'setTimeout', cb: "() => console.log('timer')", l: 1, fl: 1, ms: 1 },
    { q: 'immediate', api: 'setImmediate', cb: "() => console.log('immediate')", l: 2, fl: 2 },
    { q: 'micro', api: '.then', cb: "() => console.log('promise')", l: 3, fl: 3 },
    { q: 'tick', api: 'nextTick', cb: "() => console.log('tick')", l: 4, fl: 4 },
  ],
  [
    { k: 'start' },
    ...[0, 1, 2, 3].map((t): Step => ({ k: 'add', t, l: t + 1 })),
    { k: 'log', x: 'script', l: 5 },
    ...turn(3, 'tick', 4),
    ...turn(2, 'promise', 3),
    { k: 'phase', p: 'timers', n: 1 },
    ...turn(0, 'timer', 1),
    { k: 'phase', p: 'check', n: 2 },
    ...turn(1, 'immediate', 2),
    { k: 'exit', c: 0 },
  ],
  { runs: { plain: 20, same: 20, recorded: 5, alike: 5 } },
);

/** A file read in some trips, against an immediate. */
export function readFileIn(trips: readonly string[], order: readonly [string, string]): Recording {
  const [first, second] = order;
  return recording(
    [
      ...trips.map((trip): Task => ({ q: 'io', api: trip ? `readFile: ${trip}` : 'readFile', cb: '() => {}', l: 1 })),
      { q: 'immediate', api: 'setImmediate', cb: '() => {}', l: 2 },
    ],
    [{ k: 'start' }, ...trips.map((_, t): Step => (t === 0 ? { k: 'add', t, l: 1 } : { k: 'add', t })), { k: 'log', x: first }, { k: 'log', x: second }, { k: 'exit', c: 0 }],
  );
}
