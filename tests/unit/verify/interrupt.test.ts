import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { isAlive, js, makeHouse, output, page, tempFolder } from './house.ts';

const CLI = path.join(import.meta.dirname, 'cli.ts');

async function until(done: () => boolean): Promise<void> {
  for (const start = Date.now(); !done(); await pause(10)) {
    if (Date.now() - start > 10_000) throw new Error('It did not happen within 10 s.');
  }
}

function start(root: string, ...argv: string[]) {
  const child = spawn(process.execPath, [CLI, root, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  child.stdout.on('data', (part) => {
    text += part;
  });
  child.stderr.on('data', (part) => {
    text += part;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, ended, text: () => text };
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends every program, leaves no folder, keeps finished pages and exits with 130', async (signal) => {
  const notes = tempFolder();
  const hang = js(
    `const { spawn } = require('node:child_process');
const child = spawn('sleep', ['60'], { detached: true });
require('node:fs').writeFileSync('${notes}/pids', process.pid + ' ' + child.pid);
console.log('half');`,
    'title="hang.cjs" node="24"',
  );
  const quick = js("console.log('new');", 'title="quick.cjs" node="24"');
  const { house, fileOf, read } = makeHouse({
    'loop/a': page(quick, output('old')),
    'loop/b': page(quick.replace('quick', 'second'), output('old'), hang, output('old')),
  });
  const { child, ended, text } = start(house.cwd, '--update');
  const pids = path.join(notes, 'pids');
  await until(() => existsSync(pids) && readFileSync(pids, 'utf8').includes(' ') && text().includes('Updated docs/loop/a.mdx'));
  child.kill(signal);
  expect(await ended).toBe(130);
  expect(text()).toContain('Interrupted.');
  await until(() => !readFileSync(pids, 'utf8').split(' ').map(Number).some(isAlive));
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`node-answered-${child.pid}-`))).toEqual([]);
  expect(read('loop/a')).toBe(page(quick, output('new')));
  expect(read('loop/b')).toContain('old');
  expect(readdirSync(path.dirname(fileOf('loop/a'))).sort()).toEqual(['a.mdx', 'b.mdx']);
  expect(existsSync(house.ledger)).toBe(false);

  // What was finished need not be run again, and what was not is.
  const again = start(house.cwd, '--only', 'loop/a');
  expect(await again.ended).toBe(0);
  expect(again.text()).toContain('0 run (0 runs), 1 unchanged');
});

test('a wrong command line exits with 2, a page that is wrong with 1', async () => {
  const { house } = makeHouse({ 'loop/a': page(js("console.log('x');"), output('y')) });
  const wrong = start(house.cwd, '--verbose');
  const [code] = await Promise.all([wrong.ended]);
  expect([code, wrong.text()]).toEqual([2, "Unknown option '--verbose'. See: npm run verify -- --help\n"]);
  expect(await start(house.cwd).ended).toBe(1);
});

test('what a killed verify left in the temporary folder is swept by the next one', async () => {
  const { house } = makeHouse({ 'loop/a': page(js('setTimeout(() => {}, 1500);')) });
  const { child, ended } = start(house.cwd);
  const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`node-answered-${child.pid}-`));
  await until(() => left().length > 0);
  child.kill('SIGKILL');
  await ended;
  expect(left()).toHaveLength(1);
  await start(house.cwd, '--content', 'docs', '--only', 'loop/a', '--node', '22').ended;
  expect(left()).toEqual([]);
});
