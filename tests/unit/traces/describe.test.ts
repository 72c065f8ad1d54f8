import { expect, test } from 'vitest';
import { describe } from '../../../src/traces/describe.ts';
import type { Step, Task } from '../../../src/traces/trace.ts';
import { ONE_OF_EACH } from './recordings.ts';

const say = (step: Step, ...tasks: Task[]): string => describe(step, { tasks });

test('a run reads as a story, one sentence for each step', () => {
  expect(ONE_OF_EACH.steps.map((step) => describe(step, ONE_OF_EACH)).filter(Boolean)).toEqual([
    'Node runs the script from top to bottom. Nothing that is queued can run until it ends.',
    'Line 1: setTimeout arms a timer for 1 ms.',
    'Line 2: setImmediate queues its callback for the check phase.',
    "Line 3: the promise is already settled, so .then queues log('promise') as a microtask.",
    'Line 4: nextTick puts its callback in the nextTick queue.',
    'Line 5: prints “script”.',
    "From the nextTick queue: log('tick') runs.",
    'Line 4: prints “tick”.',
    "From the microtask queue: log('promise') runs.",
    'Line 3: prints “promise”.',
    'The loop enters the timers phase (turn 1).',
    "A timer is due: log('timer') runs.",
    'Line 1: prints “timer”.',
    'The loop enters the check phase (turn 2).',
    "From the check queue: log('immediate') runs.",
    'Line 2: prints “immediate”.',
    'Nothing keeps the loop alive any more. The process ends with exit code 0.',
  ]);
});

test('only the end of a callback has no sentence', () => {
  for (const step of ONE_OF_EACH.steps) expect(describe(step, ONE_OF_EACH) === '').toBe(step.k === 'end');
});

test('the body of an ES module is called a microtask', () => {
  expect(say({ k: 'start', job: 1 })).toContain('Its body is itself a microtask');
});

test('an await names the function that stops, and says whether anything is queued', () => {
  const pause: Task = { q: 'micro', api: 'await', cb: 'job() resumes', l: 3 };
  expect(say({ k: 'add', t: 0, l: 3 }, pause)).toBe('Line 3: await pauses job(). The rest of it is queued as a microtask.');
  expect(say({ k: 'wait', t: 0, l: 3 }, pause)).toBe('Line 3: await pauses job(). Its promise is still pending, so nothing is queued yet.');
  expect(say({ k: 'add', t: 0, by: 'settle' }, pause)).toBe('The promise settles, so job() joins the microtask queue.');
  expect(say({ k: 'run', t: 0 }, pause)).toBe('From the microtask queue: job() resumes.');
});

test('a file that takes several trips to the system is told trip by trip', () => {
  const trip = (name: string): Task => ({ q: 'io', api: `fs.readFile: ${name}`, cb: '() => {}', l: 2 });
  expect(say({ k: 'add', t: 0, l: 2 }, trip('open'))).toBe('Line 2: fs.readFile hands its first step (open) to the system and returns at once.');
  expect(say({ k: 'add', t: 0 }, trip('fstat'))).toBe('The next step of fs.readFile, fstat, goes to the thread pool.');
  expect(say({ k: 'run', t: 0 }, trip('read'))).toBe('The read step of fs.readFile is done: Node’s own callback runs.');
  expect(say({ k: 'run', t: 0 }, trip('close'))).toBe('The result of fs.readFile is there: its callback runs.');
});

test('a promise that adopts another is told as the extra microtask it is', () => {
  const adopt: Task = { q: 'micro', api: 'adopt', cb: 'inner.then(resolve)', l: 2 };
  expect(say({ k: 'add', t: 0, l: 2 }, adopt)).toBe('Line 2: a promise was resolved with another promise. Adopting it takes a microtask of its own.');
  expect(say({ k: 'run', t: 0 }, adopt)).toBe('From the microtask queue: .then() is called on the inner promise.');
});

test("a step inside one of the language's own functions is not called a callback of the author's", () => {
  const all: Task = { q: 'micro', api: 'Promise.all', cb: 'one of its promises settled', l: 1 };
  expect(say({ k: 'run', t: 0 }, all)).toBe('From the microtask queue: a step inside Promise.all runs.');
});

test('how long the loop slept is told as about so long', () => {
  expect(say({ k: 'phase', p: 'timers', n: 2, ms: 9 })).toBe('The loop sleeps about 9 ms, then enters the timers phase (turn 2).');
});

test('a cancelled timer, an error and a bad end are told', () => {
  expect(say({ k: 'drop', t: 0, l: 4 }, { q: 'timer', api: 'setTimeout' })).toBe('Line 4: the timer is cancelled.');
  expect(say({ k: 'throw', x: 'boom', o: 'uncaughtException' })).toBe('Nobody caught the error: “boom”.');
  expect(say({ k: 'throw', x: 'boom', o: 'unhandledRejection' })).toBe('Nobody handled the rejection: “boom”.');
  expect(say({ k: 'exit', c: 1 })).toBe('The process ends with exit code 1.');
});

test("Node's own job is called so", () => {
  expect(say({ k: 'run', t: 0 }, { q: 'tick', api: 'TickObject', i: 1 })).toBe('Node’s own job TickObject runs.');
});

test('a reaction without a callback for how its promise ended is not said to run it', () => {
  const skipped: Task = { q: 'micro', api: '.then', cb: "() => console.log('skipped')", l: 2, pass: 'rejection' };
  expect(say({ k: 'wait', t: 0, l: 2 }, skipped)).toBe("Line 2: .then registers log('skipped') on a promise that is still pending. Nothing is queued yet.");
  expect(say({ k: 'wait', t: 0, l: 2 }, { q: 'micro', api: '.then', pass: 'value' })).toContain('.then is called on a promise');
  expect(say({ k: 'add', t: 0, by: 'settle' }, skipped)).toBe('The promise settles, so .then joins the microtask queue.');
  expect(say({ k: 'run', t: 0 }, skipped)).toBe(
    "From the microtask queue: .then has no callback for this, so it passes the rejection on; log('skipped') is not called.",
  );
});

test('a tick that Node queues for itself is not called a function of the author', () => {
  const tick: Task = { q: 'tick', api: 'resume_', l: 3 };
  expect(say({ k: 'add', t: 0, l: 3 }, tick)).toBe('Line 3: Node puts its own job resume_ in the nextTick queue.');
  expect(say({ k: 'run', t: 0 }, tick)).toBe('From the nextTick queue: Node’s own job resume_ runs.');
  expect(say({ k: 'run', t: 0 }, { q: 'tick', api: 'nextTick' })).toBe('From the nextTick queue: the callback of nextTick runs.');
});

test('a close callback is no result', () => {
  const socket: Task = { q: 'io', api: 'net.connect', l: 1 };
  expect(describe({ k: 'run', t: 0 }, { tasks: [socket] }, 'close')).toBe('The handle of net.connect is closed: its close callback runs.');
});

test('text of several lines, a long one and none are printed in one sentence', () => {
  expect(say({ k: 'log', x: 'a\nb' })).toBe('Prints “a ↵ b”.');
  expect(say({ k: 'log', x: '' })).toBe('Prints an empty line.');
  expect(say({ k: 'log', x: 'x'.repeat(5000) }).length).toBeLessThan(200);
});

test('process.exit() is told as such', () => {
  expect(say({ k: 'exit', c: 0, l: 7 })).toBe('Line 7: process.exit() ends the process with exit code 0, whatever still waits.');
});
