import { expect, test } from 'vitest';
import { outline, own, printed, run, stepsOf, type Live } from './live.ts';

const lines = (...text: string[]): string => text.join('\n');

/** Records a program of these lines, in which no rule of the loop may be broken. */
async function sound(...text: string[]): Promise<Live> {
  const trace = await run(lines(...text));
  expect(trace.problems).toEqual([]);
  return trace;
}

test('a recording tells what entered which queue, what ran and what was printed', async () => {
  const trace = await sound("process.nextTick(() => console.log('tick'));", "console.log('script');");
  expect(trace.recording).toEqual({
    file: 'a.cjs',
    node: process.versions.node,
    tasks: [{ q: 'tick', api: 'nextTick', cb: "() => console.log('tick')", l: 1, fl: 1 }],
    steps: [
      { k: 'start' },
      { k: 'add', t: 0, l: 1 },
      { k: 'log', x: 'script', l: 2 },
      { k: 'run', t: 0 },
      { k: 'log', x: 'tick', l: 1 },
      { k: 'end', t: 0 },
      { k: 'exit', c: 0 },
    ],
  });
});

test('the recorder leaves ticks before promises in CommonJS, and promises before ticks in an ES module', async () => {
  const code = lines("Promise.resolve().then(() => console.log('promise'));", "process.nextTick(() => console.log('tick'));");
  const [cjs, esm] = await Promise.all([run(code, 'a.cjs'), run(code, 'a.mjs')]);
  expect([printed(cjs), printed(esm)]).toEqual([
    ['tick', 'promise'],
    ['promise', 'tick'],
  ]);
  expect(cjs.recording.steps[0]).toEqual({ k: 'start' });
  expect(esm.recording.steps[0]).toEqual({ k: 'start', job: 1 });
  expect([...cjs.problems, ...esm.problems]).toEqual([]);
});

test('an await is told by the function it pauses, at the line of the await', async () => {
  const trace = await sound('async function job() {', '  const value = await other();', '  console.log(value);', '}', 'const other = async () => 1;', 'job();');
  const [task] = trace.recording.tasks;
  expect(task).toMatchObject({ q: 'micro', api: 'await', cb: 'job() resumes', l: 2, fl: 2 });
  expect(outline(trace)).toEqual(['start', 'add await', 'run await', 'log 1', 'end await', 'exit']);
});

test('a reaction on a pending promise waits first, and is queued when the promise settles', async () => {
  const trace = await run(lines('new Promise((resolve) => setTimeout(resolve, 1))', "  .then(() => console.log('then'));"));
  expect(outline(trace)).toEqual([
    'start',
    'add setTimeout',
    'wait .then',
    'phase timers',
    'run setTimeout',
    'add .then',
    'end setTimeout',
    'run .then',
    'log then',
    'end .then',
    'exit',
  ]);
  expect(stepsOf(trace, 'add')[1]).toMatchObject({ by: 'settle' });
});

test('returning a promise from an async function costs the two extra microtasks that it costs', async () => {
  const trace = await sound('const inner = Promise.resolve();', "(async () => inner)().then(() => console.log('adopted'));");
  expect(outline(trace).filter((step) => step.startsWith('run'))).toEqual(['run adopt', 'run adopt', 'run .then']);
});

test('.catch and .finally are named like .then, although V8 points behind them', async () => {
  const code = lines("Promise.reject(new Error('no'))", "  .catch(() => console.log('caught'))", "  .finally(() => console.log('finally'));");
  const trace = await run(code);
  expect(own(trace).map(({ api, cb, l }) => [api, cb, l])).toContainEqual(['.catch', "() => console.log('caught')", 2]);
  expect(own(trace).map(({ api, l }) => [api, l])).toContainEqual(['.finally', 3]);
});

test('for await is told as such, with every reaction that it makes', async () => {
  const trace = await sound('async function main() {', '  for await (const n of [1, 2]) console.log(n);', '}', 'main();');
  expect(outline(trace).filter((step) => step === 'run for await')).not.toHaveLength(0);
});

test('a timer of an iterator is told by the call that is iterated over', async () => {
  const code = lines("import { setInterval as every } from 'node:timers/promises';", 'for await (const _ of every(2)) break;');
  expect(own(await run(code, 'a.mjs'))[0]).toMatchObject({ q: 'timer', api: 'every', l: 2, ms: 2 });
});

test('a combinator whose name is computed is named all the same', async () => {
  const trace = await run("for (const name of ['all', 'race']) Promise[name]([1]).then(() => {});");
  expect(own(trace).map(({ api }) => api)).toEqual(['Promise.all', '.then', 'Promise.race', '.then']);
});

test('console.log brings no ticks and no writes of its own', async () => {
  const trace = await run(lines("console.log('a');", "console.error('b');"));
  expect(trace.recording.tasks).toEqual([]);
  expect(stepsOf(trace, 'log')).toEqual([
    { k: 'log', x: 'a', l: 1 },
    { k: 'log', x: 'b', m: 'error', l: 2 },
  ]);
});

test('the recorder adds no callback to any phase', async () => {
  const trace = await run("require('node:fs').stat('.', () => console.log('stat'));");
  expect(stepsOf(trace, 'phase')).toMatchObject([{ p: 'poll', n: 1 }]);
});

test('what exit listeners print belongs to the run', async () => {
  const trace = await run(lines("process.on('exit', (code) => console.log('exit', code));", 'process.exitCode = 3;'));
  expect(outline(trace)).toEqual(['start', 'log exit 3', 'exit']);
  expect(trace.recording.steps.at(-1)).toEqual({ k: 'exit', c: 3 });
});

test('phases are those that Node measured: after I/O, check comes before timers', async () => {
  const trace = await sound(
    "require('node:fs').stat('.', () => {",
    "  setTimeout(() => console.log('timeout'), 0);",
    "  setImmediate(() => console.log('immediate'));",
    '});',
  );
  expect(stepsOf(trace, 'phase').map(({ p }) => p)).toEqual(['poll', 'check', 'timers']);
  expect(trace.recording.tasks.find(({ q }) => q === 'timer')).toMatchObject({ ms: 1 });
});

test('a close callback runs in the close phase', async () => {
  const trace = await sound('const { port1 } = new MessageChannel();', "port1.close(() => console.log('closed'));");
  expect(stepsOf(trace, 'phase').map(({ p }) => p)).toContain('close');
});

test('cancelled timers and immediates leave their queues', async () => {
  const code = lines(
    'clearTimeout(setTimeout(() => {}, 5));',
    'clearImmediate(setImmediate(() => {}));',
    'const every = setInterval(() => clearInterval(every), 1);',
  );
  const trace = await run(code);
  expect(trace.problems).toEqual([]);
  expect(outline(trace).filter((step) => step.startsWith('drop'))).toEqual(['drop setTimeout', 'drop setImmediate', 'drop setInterval']);
});

test('an interval is armed again after each run', async () => {
  const trace = await run(lines('let n = 0;', 'const every = setInterval(() => {', '  if (++n === 2) clearInterval(every);', '}, 1);'));
  expect(stepsOf(trace, 'add').map(({ by }) => by)).toEqual([undefined, 'again']);
  expect(trace.problems).toEqual([]);
});

test('an error that nobody caught ends the run as it would without the recorder', async () => {
  const code = lines("process.on('exit', (code) => console.log('exit', code));", "Promise.reject(new Error('lost'));");
  const [trace, plain] = await Promise.all([run(code), run(code, 'a.cjs', false)]);
  expect([trace.stdout, trace.code]).toEqual([plain.stdout, plain.code]);
  expect(stepsOf(trace, 'throw')).toEqual([{ k: 'throw', x: 'lost', o: 'unhandledRejection' }]);
  expect(trace.recording.steps.at(-1)).toEqual({ k: 'exit', c: 1 });
});

test('after a caught crash inside a tick the loop may go on before the other ticks', async () => {
  const trace = await sound(
    "process.on('uncaughtException', (e) => console.log(e.message));",
    "process.nextTick(() => { throw new Error('one'); });",
    "process.nextTick(() => console.log('two'));",
    "setImmediate(() => console.log('immediate'));",
  );
  expect(printed(trace).toSorted()).toEqual(['immediate', 'one', 'two']);
});

test('a call stack holds the callers of now, and none that awaits', async () => {
  const code = lines(
    'async function inner() {',
    '  await null;',
    "  console.log('deep');",
    '}',
    'async function outer() {',
    '  await inner();',
    '}',
    'outer();',
  );
  expect(stepsOf(await run(code), 'log')).toEqual([{ k: 'log', x: 'deep', l: 3 }]);
  const nested = await run(lines("const inner = () => console.log('deep');", 'function outer() { inner(); }', 'outer();'));
  expect(stepsOf(nested, 'log')[0]!.s).toEqual([
    ['main', 3],
    ['outer', 2],
    ['inner', 1],
  ]);
});

test('a job that calls back for Node is told by what the author called', async () => {
  const trace = await run("require('node:dns').lookup('127.0.0.1', () => console.log('found'));");
  expect(own(trace)).toEqual([{ q: 'tick', api: '.lookup', l: 1 }]);
});

test("Node's own jobs are marked, unless something of the author's happens in them", async () => {
  const code = lines("const { Readable } = require('node:stream');", "Readable.from(['a']).on('data', (x) => console.log(x));");
  const trace = await run(code);
  expect(trace.problems).toEqual([]);
  expect(trace.recording.tasks.some(({ i }) => i)).toBe(true);
  const at = trace.recording.steps.findIndex(({ k }) => k === 'log');
  const around = trace.recording.steps.slice(0, at).findLast((step) => step.k === 'run');
  expect(trace.recording.tasks[around!.t]!.i).toBeUndefined();
});

test('types are stripped before names are read, so that lines stay the same', async () => {
  const trace = await run(lines('type Text = string;', 'const say = (text: Text): void => console.log(text);', "queueMicrotask(() => say('typed'));"), 'a.mts');
  expect(trace.problems).toEqual([]);
  expect(trace.recording.esm).toBe(1);
  expect(trace.recording.tasks[0]).toMatchObject({ api: 'queueMicrotask', l: 3 });
});

test('a process that the program starts is not recorded', async () => {
  // Refused on pages; the variable must not get through all the same.
  const { notes, stdout } = await run('console.log(process.env.TRACE_NOTES);');
  expect(stdout).toBe('undefined\n');
  expect(notes.length).toBeGreaterThan(0);
});

test('a handler that is skipped is not told as run, and of two handlers the one that ran is', async () => {
  const trace = await sound(
    "const no = Promise.reject(new Error('no'));",
    "const yes = Promise.resolve('yes');",
    "no.then(() => console.log('skipped')).catch(() => console.log('caught'));",
    "yes.catch(() => console.log('skipped'));",
    "yes.then(() => console.log('first'), () => console.log('second'));",
    "no.then(() => console.log('first'), () => console.log('second'));",
  );
  expect(printed(trace)).toEqual(['first', 'second', 'caught']);
  expect(own(trace).map(({ l, pass, cb }) => [l, pass, cb])).toEqual([
    [3, 'rejection', "() => console.log('skipped')"],
    [3, undefined, "() => console.log('caught')"],
    [4, 'value', "() => console.log('skipped')"],
    [5, undefined, "() => console.log('first')"],
    [6, undefined, "() => console.log('second')"],
  ]);
});

test('promises of a class that extends Promise are found, whatever it is called in the text', async () => {
  const trace = await run(lines('const P = Promise;', 'class Q extends P {}', "Q.resolve(1).then(() => console.log('q'));"));
  expect(trace.problems.join(' ')).toContain('makes a promise of a class that extends Promise');
});

test.each(['setImmediate(() => process.exit(3));', 'setTimeout(() => process.exit(3), 20);'])('%s ends in the phase it is in', async (code) => {
  const trace = await sound(code);
  expect(trace.recording.steps.at(-1)).toEqual({ k: 'exit', c: 3, l: 1 });
});

test('an object with a method then() is not told as a promise', async () => {
  const trace = await sound('Promise.resolve({ then: (resolve) => resolve(1) });', 'Promise.resolve().then(() => Promise.resolve(2));');
  expect(own(trace).flatMap(({ api, cb }) => (api === 'adopt' ? [cb] : []))).toEqual(['thenable.then(resolve)', 'inner.then(resolve)', 'resolve(outer)']);
});

test('ticks left over by a caught error run in the phase in which they run', async () => {
  const trace = await sound(
    "process.on('uncaughtException', () => {});",
    "process.nextTick(() => { throw new Error('x'); });",
    "process.nextTick(() => console.log('left over'));",
  );
  const told = outline(trace);
  const phase = told.findIndex((step) => step.startsWith('phase'));
  expect(phase).toBeGreaterThan(0);
  expect(phase).toBeLessThan(told.indexOf('log left over'));
});
