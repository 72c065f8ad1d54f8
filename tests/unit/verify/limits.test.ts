import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { isAlive, js, makeHouse, output, page, sh, tempFolder } from './house.ts';

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`node-answered-${process.pid}-`));

test('a program that hangs is ended at the time limit, with its place, what it printed and the remedy', async () => {
  const { run } = makeHouse({ 'loop/hang': page(js("console.log('about to wait');\nsetInterval(() => {}, 1000);")) }, { seconds: 0.5 });
  const { code, text } = await run();
  expect(code).toBe(1);
  expect(text).toContain('docs/loop/hang.mdx:5  a.cjs  Node 24');
  expect(text).toContain('It did not end within 0.5 s. Let it end by itself');
  expect(text).toContain('about to wait');
  expect(leftovers()).toEqual([]);
});

test('a busy loop is ended too', async () => {
  const { run } = makeHouse({ 'loop/busy': page(js('for (;;);')) }, { seconds: 0.3 });
  expect((await run()).text).toContain('It did not end within 0.3 s');
});

test('a detached child that would outlive its program is killed', async () => {
  const notes = tempFolder();
  const program = `
const { spawn } = require('node:child_process');
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
child.unref();
require('node:fs').writeFileSync('${notes}/pid', String(child.pid));`;
  const { run } = makeHouse({ 'loop/outlive': page(js(program)) });
  expect((await run()).code).toBe(0);
  expect(isAlive(Number(readFileSync(`${notes}/pid`, 'utf8')))).toBe(false);
  expect(leftovers()).toEqual([]);
});

test.runIf(process.platform === 'linux')('a detached child with an empty environment is found by its folder', async () => {
  const notes = tempFolder();
  const program = `
const { spawn } = require('node:child_process');
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore', env: {} });
child.unref();
require('node:fs').writeFileSync('${notes}/pid', String(child.pid));`;
  const { run } = makeHouse({ 'loop/outlive': page(js(program)) });
  await run();
  expect(isAlive(Number(readFileSync(`${notes}/pid`, 'utf8')))).toBe(false);
});

test('a program that starts many processes is ended, and all of them with it', async () => {
  const notes = tempFolder();
  const program = `
const { spawn } = require('node:child_process');
const { appendFileSync } = require('node:fs');
// Noted one by one: the program may be ended before it has started all of them.
for (let i = 0; i < 12; i += 1) appendFileSync('${notes}/pids', spawn('sleep', ['60'], { stdio: 'ignore' }).pid + ' ');`;
  const { run } = makeHouse({ 'loop/many': page(js(program)) }, { processes: 8, seconds: 10 });
  const { code, text } = await run();
  expect(code).toBe(1);
  expect(text).toContain('It started more than 8 processes at once. Start fewer.');
  const pids = readFileSync(`${notes}/pids`, 'utf8').trim().split(' ').map(Number);
  expect(pids.length).toBeGreaterThan(1);
  expect(pids.filter(isAlive)).toEqual([]);
});

test('a program that fills its folder is ended', async () => {
  const program = "const fs = require('node:fs');\nfor (let i = 0; ; i += 1) fs.writeFileSync(`data-${i}`, Buffer.alloc(1024 * 256));";
  const { run } = makeHouse({ 'loop/fill': page(js(program)) }, { folderBytes: 2 * 1024 * 1024, seconds: 10 });
  expect((await run()).text).toContain('It filled its folder with more than 2 MB');
  expect(leftovers()).toEqual([]);
});

test('a program that has filled its folder by the time it ends does not get away with it', async () => {
  const program = "require('node:fs').writeFileSync('data', Buffer.alloc(3 * 1024 * 1024));";
  const { run } = makeHouse({ 'loop/fill': page(js(program)) }, { folderBytes: 2 * 1024 * 1024 });
  expect((await run()).text).toContain('It filled its folder with more than 2 MB');
});

test('a program that prints without end is ended, and only the tail is shown', async () => {
  const { run } = makeHouse(
    { 'loop/flood': page(js("for (let i = 0; ; i += 1) console.log('line', i, 'x'.repeat(1000));")) },
    { outputBytes: 64 * 1024, seconds: 10 },
  );
  const { code, text } = await run();
  expect(code).toBe(1);
  expect(text).toContain('It printed more than 64 KB. Print the point, not everything.');
  expect(text).toContain('(the last 15 lines)');
  expect(text.length).toBeLessThan(6000);
});

test('a crash by a signal is said', async () => {
  const { run } = makeHouse({ 'loop/crash': page(js("console.log('before');\nprocess.kill(process.pid, 'SIGSEGV');\nsetTimeout(() => {}, 5000);")) });
  const { code, text } = await run();
  expect(code).toBe(1);
  expect(text).toContain('It was ended by the signal SIGSEGV.');
  expect(text).toContain('before');
});

test('with `throws`, an end by a signal is an expected one', async () => {
  const { run } = makeHouse({
    'loop/crash': page(js("console.log('before');\nprocess.kill(process.pid, 'SIGKILL');", 'title="a.cjs" node="24" throws'), output('before')),
  });
  expect((await run()).code).toBe(0);
});

test('a shell program that hangs in a child is ended with the child', async () => {
  const { run } = makeHouse({ 'loop/shell': page(sh('sleep 61 & sleep 62')) }, { seconds: 0.3 });
  expect((await run()).text).toContain('terminal  Node 24\n  It did not end within 0.3 s');
});

test('a program cannot wait for input', async () => {
  const { run } = makeHouse({ 'loop/stdin': page(js("process.stdin.on('data', () => {}).on('end', () => console.log('no input'));"), output('no input')) });
  expect((await run()).code).toBe(0);
});

test.runIf(process.platform !== 'win32')('one file cannot grow without end even when nobody watches', async () => {
  const program = "require('node:fs').writeFileSync('data', Buffer.alloc(160 * 1024 * 1024));\nconsole.log('written');";
  const { run } = makeHouse({ 'loop/fill': page(js(program)) }, { folderBytes: Infinity });
  expect((await run()).text).toMatch(/EFBIG|SIGXFSZ/);
});
