import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { NODE_LINES } from '../../../src/fences/lines.ts';
import { readTraceFile, writeTraceFile } from '../../../src/traces/files.ts';
import { parseOptions } from '../../../verify/trace/options.ts';
import { trace } from '../../../verify/trace/command.ts';
import { js, makeHouse, output, page } from '../verify/house.ts';

const ORDER = "process.nextTick(() => console.log('tick'));\nconsole.log('script');";
const FILE = 'traces/loop/a/a.cjs.json';

const traced = (code: string, text: string, words = 'title="a.cjs" node="24"') => page(js(code, words), output(text), '<Trace of="a.cjs" />');

/** A small bank with its traces: the whole command, with the current Node as every line. */
function bank(pages: Record<string, string>) {
  const { house, write } = makeHouse(pages);
  const root = house.cwd;
  const run = async (...argv: string[]) => {
    let text = '';
    const terminal = { ...house.terminal, write: (part: string) => void (text += part) };
    return { code: await trace(argv, { ...house, root, terminal, counts: { plain: 4, recorded: 2, tries: 8 } }), text };
  };
  return { run, root, write, read: (file = FILE) => readTraceFile(root, file)! };
}

test('a program is recorded on its line, checked, and left alone while nothing changes', async () => {
  const { run, read, root } = bank({ 'loop/a': traced(ORDER, 'script\ntick') });
  expect(await run()).toMatchObject({ code: 0, text: expect.stringContaining('1 traces recorded, 0 unchanged; all is well;') });
  expect(read().lines['24']![0]).toMatchObject({ file: 'a.cjs', node: NODE_LINES[24], runs: { plain: 4, same: 4, recorded: 2 } });
  const before = readFileSync(path.join(root, FILE), 'utf8');
  expect((await run()).text).toContain('0 traces recorded, 1 unchanged;');
  expect(readFileSync(path.join(root, FILE), 'utf8')).toBe(before);
  expect(await run('--check')).toMatchObject({ code: 0, text: expect.stringContaining('1 traces checked; all is well;') });
});

test('--check fails for a trace that is missing, or belongs to another text, and says what to run', async () => {
  const { run, write } = bank({ 'loop/a': traced(ORDER, 'script\ntick') });
  expect(await run('--check')).toMatchObject({ code: 1, text: expect.stringContaining('It has no trace that can be read. Run: npm run trace -- --only loop/a') });
  await run();
  write('loop/a', traced(`${ORDER} // edited`, 'script\ntick'));
  expect(await run('--check')).toMatchObject({
    code: 1,
    text: expect.stringMatching(/docs\/loop\/a\.mdx:15 {2}a\.cjs\n {2}Its trace belongs to another text/),
  });
  await run();
  expect((await run('--check')).code).toBe(0);
});

test('a trace that a merge broke is told, and recorded again', async () => {
  const { run, root } = bank({ 'loop/a': traced(ORDER, 'script\ntick') });
  await run();
  writeFileSync(path.join(root, FILE), '<<<<<<< main');
  expect(await run('--check')).toMatchObject({ code: 1, text: expect.stringContaining('It has no trace that can be read.') });
  expect((await run()).text).toContain('1 traces recorded');
});

test('--check fails for a trace of another release of Node', async () => {
  const { run, root, read } = bank({ 'loop/a': traced(ORDER, 'script\ntick') });
  await run();
  const file = read();
  file.lines['24']![0]!.node = '24.0.0';
  writeTraceFile(root, FILE, file);
  expect((await run('--check')).text).toContain(`Its trace was not recorded on Node ${NODE_LINES[24]}.`);
});

test('--check fails for a trace whose order no longer holds, and for one that breaks a rule of the loop', async () => {
  const { run, root, read } = bank({ 'loop/a': traced('for (const n of [1, 2]) process.nextTick(() => console.log(n));', '1\n2') });
  await run();
  const file = read();
  const [recording] = file.lines['24']!;
  for (const step of recording!.steps) if (step.k === 'log') step.x = step.x === '1' ? '2' : '1';
  writeTraceFile(root, FILE, file);
  expect(await run('--check')).toMatchObject({
    code: 1,
    text: expect.stringContaining('On Node 24 it prints another order than its trace, in 3 of 3 runs: "1\\n2".'),
  });
  for (const step of recording!.steps) if (step.k === 'run' || step.k === 'end') step.t = 1 - step.t;
  writeTraceFile(root, FILE, file);
  expect(await run('--check')).toMatchObject({ code: 1, text: expect.stringContaining('Its trace breaks a rule of the event loop') });
});

test('--check fails for a trace that was edited by hand, even where no rule is broken', async () => {
  const { run, root } = bank({ 'loop/a': traced(ORDER, 'script\ntick') });
  await run();
  const file = path.join(root, FILE);
  const text = readFileSync(file, 'utf8');
  for (const [from, to] of [['"cb":"() => console.log', '"cb":"() => console.warn'], ['"l":1', '"l":2'], ['"same":4', '"same":3']]) {
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from!, to!));
    expect(await run('--check')).toMatchObject({ code: 1, text: expect.stringContaining('Its trace was edited by hand, or by a merge') });
  }
  writeFileSync(file, text);
  expect((await run('--check')).code).toBe(0);
});

const RACE = "if (Math.random() < 0.5) console.log('heads');\nelse console.log('tails');";
const race = (words: string) => page(js(RACE, `title="a.cjs" node="24" ${words}`), output('heads'), output('tails'), '<Trace of="a.cjs" />');

test('a race is recorded until each of its outcomes has appeared', async () => {
  const { run, read } = bank({ 'loop/a': race('outcomes') });
  expect((await run()).code).toBe(0);
  expect(
    read()
      .lines['24']!.map(({ outcome, runs }) => [outcome, runs])
      .toSorted(),
  ).toEqual([
    [0, undefined],
    [1, undefined],
  ]);
});

test('--check only warns when a race prints something new', async () => {
  const { run, read, root } = bank({ 'loop/a': race('outcomes') });
  await run();
  const file = read();
  for (const recording of file.lines['24']!) for (const step of recording.steps) if (step.k === 'log') step.x = 'edge';
  writeTraceFile(root, FILE, file);
  expect(await run('--check')).toMatchObject({ code: 0, text: expect.stringContaining('Warning: On Node 24 it prints another order than its trace') });
});

test('a race that does not say so is refused with what it printed', async () => {
  const { run, root, write } = bank({});
  // Every other run prints the other thing.
  const count = JSON.stringify(path.join(root, 'count'));
  const code = `const fs = require('node:fs');\nfs.appendFileSync(${count}, 'x');\nconsole.log(fs.readFileSync(${count}).length % 2);`;
  write('loop/a', traced(code, '1'));
  const { code: exit, text } = await run();
  expect(exit).toBe(1);
  expect(text).toContain('It is a race: 2 of 4 plain runs agree. One printed "0", most "1". Add `outcomes`');
  expect(existsSync(path.join(root, FILE))).toBe(false);
});

test('a program that cannot be traced is named with its line on the page and a way out', async () => {
  const { run } = bank({ 'loop/a': traced("console.log('a');\nprocess.stdout.write('b\\n');", 'a\nb') });
  expect(await run()).toMatchObject({ code: 1, text: expect.stringMatching(/a\.mdx:7 {2}a\.cjs\n {2}It writes to process\.stdout/) });
});

test('output that is no log is found even where the text does not show it', async () => {
  const { run } = bank({ 'loop/a': traced("require('node:fs').writeSync(1, 'a\\n');", 'a') });
  expect((await run()).text).toContain('Its recording cannot be trusted. What the steps print is not what the program printed.');
});

test('<Trace> that names no program, or stands twice, is a mistake on its line', async () => {
  const { run, write } = bank({ 'loop/a': page(js(ORDER), output('script\ntick'), '<Trace of="b.cjs" />') });
  expect(await run('--check')).toMatchObject({ code: 1, text: expect.stringMatching(/a\.mdx:15 .*\n.*Programs of this page: a\.cjs\./) });
  write('loop/a', `${traced(ORDER, 'script\ntick')}\n<Trace of="a.cjs" />\n`);
  expect((await run('--check')).text).toContain('stands twice on this page');
});

test('a program with two names has a trace for each', async () => {
  const both = page(js(ORDER, 'title="order" as="cjs mjs" node="24"'), output('script\ntick'), '<Trace of="order.cjs" />', '<Trace of="order.mjs" />');
  const { run, read } = bank({ 'loop/a': both });
  expect((await run()).code).toBe(0);
  expect(read('traces/loop/a/order.cjs.json').lines['24']![0]!.esm).toBeUndefined();
  expect(read('traces/loop/a/order.mjs.json').lines['24']![0]!.esm).toBe(1);
});

test('a trace that no page shows any more is told by --check and removed by a full run', async () => {
  const { run, root, write } = bank({ 'loop/a': traced(ORDER, 'script\ntick') });
  await run();
  write('loop/a', page(js(ORDER), output('script\ntick')));
  expect(await run('--check')).toMatchObject({ code: 1, text: expect.stringContaining(`${FILE}: no page shows it. Run: npm run trace`) });
  expect((await run()).text).toContain('so it is removed');
  expect(existsSync(path.join(root, FILE))).toBe(false);
});

test('a program of one’s own becomes one HTML file', async () => {
  const { run, root } = bank({});
  writeFileSync(path.join(root, 'my.cjs'), `${ORDER}\n`);
  expect(await run('my.cjs', '-o', 'out.html')).toMatchObject({ code: 0, text: expect.stringContaining('out.html: 1 way of running on Node 22, 24, 26.') });
  const html = readFileSync(path.join(root, 'out.html'), 'utf8');
  expect(html).toContain('<loop-player');
  expect(html).not.toMatch(/(src|href)="(?!#)/);
  await expect(run('none.cjs')).rejects.toThrow('There is no program none.cjs. Write: npm run trace -- my.cjs');
});

test('a program of one’s own is run as its package.json says', async () => {
  const { run, root } = bank({});
  writeFileSync(path.join(root, 'my.js'), ORDER);
  for (const [type, first] of [['module', 'Node runs the module'], ['commonjs', 'Node runs the script']]) {
    writeFileSync(path.join(root, 'package.json'), JSON.stringify({ type }));
    expect((await run('my.js')).code).toBe(0);
    expect(readFileSync(path.join(root, 'my.html'), 'utf8')).toContain(`<li>${first}`);
  }
});

test('a program of one’s own may end with an error', async () => {
  const { run, root } = bank({});
  writeFileSync(path.join(root, 'crash.cjs'), "console.log('before');\nsetImmediate(() => { throw new Error('boom'); });");
  expect((await run('crash.cjs')).code).toBe(0);
  expect(readFileSync(path.join(root, 'crash.html'), 'utf8')).toContain('Nobody caught the error: “boom”.');
});

test('a program of one’s own that prints something else each time is refused with two of its outputs', async () => {
  const { run, root } = bank({});
  writeFileSync(path.join(root, 'chance.cjs'), 'console.log(Math.random());');
  const { code, text } = await run('chance.cjs');
  expect(code).toBe(1);
  expect(text).toMatch(/chance\.cjs:1\n {2}It prints something else each time, such as "0\.\d+" and "0\.\d+"\. Print nothing that depends on the clock/);
});

test('a program of one’s own that prints more than a reader follows is refused', async () => {
  const { run, root } = bank({});
  writeFileSync(path.join(root, 'long.cjs'), "console.log('x'.repeat(5000));");
  expect((await run('long.cjs')).text).toContain('long.cjs:1\n  It prints 5000 characters;');
});

test('a program of one’s own is never overwritten, and a folder that is not there is told before the runs', async () => {
  const { run, root } = bank({});
  writeFileSync(path.join(root, 'my.cjs'), ORDER);
  await expect(run('my.cjs', '-o', 'my.cjs')).rejects.toThrow('my.cjs is the program itself. Give --out another name');
  await expect(run('my.cjs', '-o', 'none/my.html')).rejects.toThrow('There is no folder');
  expect(readFileSync(path.join(root, 'my.cjs'), 'utf8')).toBe(ORDER);
});

test.each([
  [['--jobs', '0'], '--jobs needs a whole number from 1 to 64, not "0".'],
  [['a.cjs', 'b.cjs'], 'One program at a time: "b.cjs" is a second one.'],
  [['a.cjs', '--all'], '--only, --all and --check are about pages, so they go with no program.'],
  [['-o', 'x.html'], '--out is for a program of your own: npm run trace -- my.cjs -o my.html'],
  [['--check', '--all'], '--check records nothing, so it does not go with --all.'],
  [['--nothing'], "Unknown option '--nothing'. See: npm run trace -- --help"],
])('a wrong command line is one sentence: %s', (argv, sentence) => {
  expect(() => parseOptions(argv)).toThrow(sentence);
});
