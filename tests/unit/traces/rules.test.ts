import { expect, test } from 'vitest';
import { build } from '../../../verify/trace/build.ts';
import type { Note } from '../../../verify/trace/notes.ts';
import { brokenRules, printedAs } from '../../../verify/trace/rules.ts';
import { run, type Live } from './live.ts';

const PROGRAMS = {
  ticks: "for (const n of [1, 2, 3]) process.nextTick(() => console.log('tick', n));",
  chains: `Promise.resolve().then(() => console.log('a1')).then(() => console.log('a2'));
Promise.resolve().then(() => console.log('b1')).then(() => console.log('b2'));
process.nextTick(() => console.log('tick'));`,
  microtasks: `queueMicrotask(() => {
  console.log('one');
  queueMicrotask(() => console.log('three'));
});
queueMicrotask(() => console.log('two'));`,
  immediates: "for (const n of [1, 2, 3]) setImmediate(() => console.log('immediate', n));",
  timers: `const end = performance.now() + 5;
for (const n of [1, 2, 3]) setTimeout(() => console.log('timer', n), 1);
while (performance.now() < end);`,
  generator: `async function* numbers() { yield 1; yield 2; }
(async () => { for await (const n of numbers()) console.log(n); })();
Promise.resolve().then(() => console.log('then'));`,
};

/** The stretches in which one callback runs from start to end, as places in the notes. */
function runsOf(notes: Note[]): [start: number, end: number][] {
  return notes.flatMap((note, start) => {
    if (note.k !== 'run') return [];
    const end = notes.findIndex((other, at) => at > start && other.k === 'ran' && other.id === note.id);
    return end < 0 ? [] : [[start, end] as [number, number]];
  });
}

/** The notes with two neighbouring runs in the other order, once for each pair. */
function mutants(notes: Note[]): Note[][] {
  const runs = runsOf(notes);
  return runs.flatMap(([a, aEnd]) =>
    runs
      .filter(([b]) => b === aEnd + 1)
      .map(([b, bEnd]) => [...notes.slice(0, a), ...notes.slice(b, bEnd + 1), ...notes.slice(a, aEnd + 1), ...notes.slice(bEnd + 1)]),
  );
}

const rebuilt = ({ subject, events }: Live, notes: Note[]) => build({ file: 'a.cjs', src: subject.src, esm: false, node: '', notes, events });

test('two neighbouring runs in the wrong order are noticed', async () => {
  const lives = await Promise.all(Object.values(PROGRAMS).map((code) => run(code)));
  expect(lives.flatMap(({ problems }) => problems)).toEqual([]);
  const results = lives.flatMap((live) => mutants(live.notes).map((notes) => rebuilt(live, notes).problems.length > 0));
  expect(results.length).toBeGreaterThan(15);
  expect(results.filter((noticed) => !noticed)).toEqual([]);
});

const tick = (name: string) => ({ q: 'tick' as const, api: name });

test('each rule says what broke it', () => {
  const queue = [tick('a'), tick('b')];
  expect(
    brokenRules({
      tasks: queue,
      steps: [
        { k: 'add', t: 0 },
        { k: 'add', t: 1 },
        { k: 'run', t: 1 },
      ],
    }),
  ).toEqual(['Step 3: b overtook a in the nextTick queue.']);
  expect(brokenRules({ tasks: queue, steps: [{ k: 'run', t: 0 }] })).toEqual(['Step 1: a ran but was not queued.']);
  const early = { tasks: [tick('a'), { q: 'timer' as const, api: 'setTimeout', l: 4, ms: 1 }] };
  const steps = [{ k: 'add', t: 0 } as const, { k: 'add', t: 1 } as const, { k: 'phase', p: 'poll', n: 1 } as const, { k: 'run', t: 1 } as const];
  expect(brokenRules({ ...early, steps })).toEqual([
    'Step 4: setTimeout (line 4) ran while a waited.',
    'Step 4: setTimeout (line 4) ran in the phase poll, which is not its own.',
  ]);
});

test('what is printed must be the logs and nothing else', () => {
  expect(printedAs(['a', 'b\nc'], 'a\nb\nc', false)).toBe(true);
  expect(printedAs(['a', 'b'], 'b\na', false)).toBe(false);
  expect(printedAs(['a'], 'a\nwritten by process.stdout.write', false)).toBe(false);
  expect(printedAs(['a'], 'a\n(node:1234) Warning: careful\n(Use `node --trace-warnings ...` to show where it was created)', false)).toBe(true);
});

test('a crash may add its report, but not change the order', () => {
  const report = '/run/file.cjs:1\nthrow new Error()\n^\n\nError\n    at file.cjs:1:7\n\nNode.js v24.21.0';
  const output = `a\nexit 1\n${report}`;
  expect(printedAs(['a', 'exit 1'], output, true)).toBe(true);
  expect(printedAs([], report, true)).toBe(true);
  expect(printedAs(['exit 1', 'a'], output, true)).toBe(false);
  expect(printedAs(['a', 'exit 1'], output, false)).toBe(false);
});

test('a crash hides nothing that was printed behind the back of the console', () => {
  const report = '/run/file.cjs:1\nthrow new Error()\n\nNode.js v24.21.0';
  expect(printedAs(['a'], `a\nwritten by a stream\n${report}`, true)).toBe(false);
  expect(printedAs([], `written by a stream\n${report}`, true)).toBe(false);
  expect(printedAs(['a'], 'a\nwritten by a stream', true)).toBe(false);
  expect(printedAs(['a'], 'a', true)).toBe(true);
});
