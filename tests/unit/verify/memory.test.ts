import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withLock, writeWhole } from '../../../verify/atomic.ts';
import { js, makeHouse, output, page, tempFolder } from './house.ts';

const simple = (name: string, text = name) => page(js(`console.log('${text}');`, `title="${name}.cjs" node="24"`), output(text));
const titles = (house: ReturnType<typeof makeHouse>) =>
  Object.values(house.ledger().programs)
    .map(({ page, title }) => `${page} ${title}`)
    .sort();

test('what passed and has not changed is not run again, except with --all', async () => {
  const { run, write } = makeHouse({ 'loop/a': simple('a'), 'loop/b': simple('b') });
  expect((await run()).text).toContain('2 run (2 runs), 0 unchanged');
  expect((await run()).text).toContain('0 run (0 runs), 2 unchanged');
  write('loop/b', simple('b', 'other'));
  expect((await run()).text).toContain('1 run (1 run), 1 unchanged');
  expect((await run('--all')).text).toContain('2 run (2 runs), 0 unchanged');
});

test('what failed is run again', async () => {
  const { run } = makeHouse({ 'loop/a': page(js("console.log('x');"), output('y')) });
  await run();
  expect((await run()).text).toContain('1 run (1 run), 0 unchanged');
});

test('what passed with other tools or packages counts nothing', async () => {
  const { run, house } = makeHouse({ 'loop/a': simple('a') });
  await run();
  house.tool = 'another';
  expect((await run()).text).toContain('1 run');
  house.tool = 'test';
  expect((await run()).text).toContain('0 run'); // Nor does the other make this one forget.
});

test('a broken cache is an empty one', async () => {
  const { run, house } = makeHouse({ 'loop/a': simple('a') });
  mkdirSync(path.dirname(house.cache), { recursive: true });
  writeFileSync(house.cache, '{ broken');
  expect((await run()).code).toBe(0);
});

test('after a run the ledger names each program with the exact releases', async () => {
  const house = makeHouse({ 'loop/a': page(js("console.log('a');", 'title="a.cjs" node="22 26"'), output('a')) });
  await house.run();
  expect(Object.values(house.ledger().programs)).toEqual([
    { page: 'loop/a', title: 'a.cjs', runs: { 22: { version: expect.stringMatching(/^22\./) }, 26: { version: expect.stringMatching(/^26\./) } } },
  ]);
});

test('a partial run replaces the entries of its pages and leaves the others', async () => {
  const house = makeHouse({ 'loop/a': simple('a'), 'loop/b': simple('b') });
  await house.run();
  house.write('loop/a', simple('changed'));
  await house.run('--only', 'loop/a');
  expect(titles(house)).toEqual(['loop/a changed.cjs', 'loop/b b.cjs']);
});

test('a full run drops the entries of pages that are gone, a partial one does not', async () => {
  const house = makeHouse({ 'loop/a': simple('a'), 'loop/b': simple('b') });
  await house.run();
  rmSync(house.fileOf('loop/b'));
  await house.run('--only', 'loop/a');
  expect(titles(house)).toHaveLength(2);
  await house.run();
  expect(titles(house)).toEqual(['loop/a a.cjs']);
});

test('a page that does not pass keeps its old entries', async () => {
  const house = makeHouse({ 'loop/a': simple('a'), 'loop/b': simple('b') });
  await house.run();
  house.write('loop/a', page(js("console.log('x');"), output('y')));
  house.write('loop/b', simple('changed'));
  expect((await house.run()).code).toBe(1);
  expect(titles(house)).toEqual(['loop/a a.cjs', 'loop/b changed.cjs']);
});

test('nothing of a page that does not pass is recorded, not even what passed on it', async () => {
  const house = makeHouse({ 'loop/a': simple('a') });
  await house.run();
  house.write('loop/a', `${simple('good')}\n${js("console.log('x');", 'title="bad.cjs" node="24"')}\n\n${output('y')}\n`);
  expect((await house.run()).code).toBe(1);
  expect(titles(house)).toEqual(['loop/a a.cjs']);
});

test('two pages may hold the very same program: its entry lives as long as one of them', async () => {
  const house = makeHouse({ 'loop/a': simple('same'), 'loop/b': simple('same') });
  await house.run();
  expect(Object.values(house.ledger().programs)).toMatchObject([{ page: 'loop/a', also: ['loop/b'] }]);
  house.write('loop/a', simple('changed'));
  await house.run('--only', 'loop/a');
  expect(titles(house)).toEqual(['loop/a changed.cjs', 'loop/b same.cjs']);
  expect((await house.run('--check')).code).toBe(0);
});

test('a ledger in which nothing changed is not touched', async () => {
  const { run, house } = makeHouse({ 'loop/a': simple('a') });
  await run();
  utimesSync(house.ledger, 1, 1);
  await run('--all');
  expect(statSync(house.ledger).mtimeMs).toBe(1000);
});

test('with --node or --content the ledger is not written, and that is said', async () => {
  const { run, house } = makeHouse({ 'loop/a': simple('a') });
  expect((await run('--node', '24')).text).toContain('The ledger is not written, because of --node.');
  expect((await run('--content', 'docs')).text).toContain('The ledger is not written, because of --content.');
  expect(existsSync(house.ledger)).toBe(false);
});

test('the counts of an unchanged race are kept, except with --update', async () => {
  const coin = page(js("console.log(process.pid % 2 ? 'odd' : 'even');", 'title="a.cjs" node="24" outcomes=2'), output('odd'), output('even'));
  const house = makeHouse({ 'loop/a': coin });
  await house.run();
  const [hash] = Object.keys(house.ledger().programs);
  const marked = {
    about: '',
    programs: { [hash!]: { page: 'loop/a', title: 'a.cjs', runs: { 24: { version: house.ledger().programs[hash!]!.runs[24]!.version, counts: [40, 60] } } } },
  };
  writeFileSync(house.house.ledger, JSON.stringify(marked));
  await house.run('--all');
  expect(house.ledger().programs[hash!]!.runs[24]!.counts).toEqual([40, 60]);
  await house.run('--all', '--update');
  expect(house.ledger().programs[hash!]!.runs[24]!.counts).not.toEqual([40, 60]);
});

test('the counts of a race survive in the cache when the ledger is lost', async () => {
  const house = makeHouse({ 'loop/a': page(js("console.log('heads');", 'title="a.cjs" node="24" outcomes=3'), output('heads')) });
  await house.run();
  rmSync(house.house.ledger);
  expect((await house.run()).text).toContain('0 run');
  expect(Object.values(house.ledger().programs)[0]!.runs[24]!.counts).toEqual([3]);
});

test('several verify runs on different pages at once lose nothing', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const house = makeHouse(Object.fromEntries(names.map((name) => [`loop/${name}`, simple(name)])));
  await Promise.all(names.map((name) => house.run('--only', `loop/${name}`)));
  expect(titles(house)).toEqual(names.map((name) => `loop/${name} ${name}.cjs`));
  expect((await house.run()).text).toContain('0 run');
});

test('a lock is waited for', async () => {
  const lock = path.join(tempFolder(), 'lock');
  writeFileSync(lock, String(process.ppid));
  const order: string[] = [];
  const waiting = withLock(lock, () => order.push('in'));
  await new Promise((resolve) => setTimeout(resolve, 60));
  order.push('freed');
  rmSync(lock);
  await waiting;
  expect(order).toEqual(['freed', 'in']);
  expect(existsSync(lock)).toBe(false);
});

test('a lock whose owner died, or that is old, is taken over', async () => {
  const lock = path.join(tempFolder(), 'lock');
  writeFileSync(lock, '999999999');
  expect(await withLock(lock, () => 'in')).toBe('in');
  writeFileSync(lock, String(process.ppid));
  utimesSync(lock, 1, 1);
  expect(await withLock(lock, () => 'in')).toBe('in');
});

test('a lock that never gets free is named', async () => {
  const lock = path.join(tempFolder(), 'lock');
  writeFileSync(lock, String(process.ppid));
  await expect(withLock(lock, () => 'in', 50)).rejects.toThrow(`${lock} stays locked by another verify. If none is running, delete it.`);
});

test('a file is written whole or not at all', () => {
  const folder = tempFolder();
  const file = path.join(folder, 'page');
  writeWhole(file, 'old');
  expect(() => writeWhole(path.join(file, 'below-a-file'), 'new')).toThrow();
  mkdirSync(path.join(folder, 'taken'));
  expect(() => writeWhole(path.join(folder, 'taken'), 'new')).toThrow();
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(existsSync(path.join(folder, `.taken.${process.pid}.tmp`))).toBe(false);
});
