import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseOptions, UsageError } from '../../../verify/options.ts';
import { Progress } from '../../../verify/progress.ts';
import { js, makeHouse, output, page } from './house.ts';

const simple = (name: string) => page(js(`console.log('${name}');`, `title="${name}.cjs" node="24"`), output(name));

test('--help explains the options', async () => {
  const { code, text } = await makeHouse({}).run('--help');
  expect(code).toBe(0);
  expect(text).toContain('npm run verify -- [options]');
});

test.each([
  [['--verbose'], "Unknown option '--verbose'. See: npm run verify -- --help"],
  [['page.mdx'], '"page.mdx" is no option. For one page write: npm run verify -- --only page.mdx'],
  [['--update=yes'], "Option '--update' does not take an argument. See: npm run verify -- --help"],
  [['--only'], "Option '--only <value>' argument missing. See: npm run verify -- --help"],
  [['--node', '18'], '--node knows 22, 24, 26, not "18".'],
  [['--jobs', 'many'], '--jobs needs a whole number from 1 to 64, not "many".'],
  [['--check', '--update'], '--check runs nothing, so it goes with neither --update nor --node.'],
])('a wrong command line is one sentence: %s', (argv, sentence) => {
  expect(() => parseOptions(argv)).toThrow(UsageError);
  expect(() => parseOptions(argv)).toThrow(sentence);
});

test('all lines named by --node are no narrowing', () => {
  expect(parseOptions(['--node', '26', '--node', '22', '--node', '24'])).toMatchObject({ narrowed: false, lines: [22, 24, 26] });
  expect(parseOptions(['--node', '26', '--node', '22'])).toMatchObject({ narrowed: true, lines: [22, 26] });
});

test.each([
  ['a slug', 'loop/a', 1],
  ['a last part of a slug', 'a', 1],
  ['a segment', 'loop', 2],
  ['a folder', 'docs/loop', 2],
  ['a file', 'docs/loop/a.mdx', 1],
  ['an address', '/loop/a/', 1],
  ['everything', 'docs', 3],
])('--only takes %s', async (_, only, count) => {
  const { run } = makeHouse({ 'loop/a': simple('a'), 'loop/b': simple('b'), 'other/c': simple('c') });
  expect((await run('--only', only)).text).toContain(count === 1 ? '1 program on 1 page,' : `${count} programs on ${count} pages`);
});

test('--only can be repeated', async () => {
  const { run } = makeHouse({ 'loop/a': simple('a'), 'loop/b': simple('b'), 'other/c': simple('c') });
  expect((await run('--only', 'loop/a', '--only', 'other')).text).toContain('2 programs on 2 pages');
});

test('--only with a name that fits no page says so', async () => {
  const { run } = makeHouse({ 'loop/a': simple('a') });
  await expect(run('--only', 'loop/nothing')).rejects.toThrow('--only loop/nothing names no page. Write a file, a folder or a slug such as event-loop/phases.');
});

test('--check runs nothing and passes after a run', async () => {
  const { run } = makeHouse({ 'loop/a': simple('a') });
  await run();
  const { code, text } = await run('--check');
  expect(code).toBe(0);
  expect(text).toContain('1 programs on 1 pages: each text has been run on all of its Node lines.');
});

test('--check names a program that changed without a run, and the text it had', async () => {
  const { run, write } = makeHouse({ 'loop/a': simple('a'), 'loop/b': simple('b') });
  await run();
  write('loop/a', simple('changed'));
  const { code, text } = await run('--check');
  expect(code).toBe(1);
  expect(text).toContain(
    'docs/loop/a.mdx:5  changed.cjs\n  This text (program, helpers or output) has not been run on Node 24.\n  → npm run verify -- --only loop/a',
  );
  expect(text).toContain('docs/loop/a.mdx  a.cjs\n  The ledger remembers a text of it that the page no longer has.');
  expect((await run('--check', '--only', 'loop/b')).code).toBe(0);
});

test('--check refuses too many norun fences, listing them', async () => {
  const { run } = makeHouse({ 'loop/a': page(js('1;'), '```js norun="needs a browser"\nwindow;\n```') });
  await run();
  const { code, text } = await run('--check');
  expect(code).toBe(1);
  expect(text).toContain('docs/loop/a.mdx:9  js\n  One of 1 norun fences among 2 (at most 5 % may be): "needs a browser".');
});

test('--check names a fence with a mistake and a ledger that is no JSON', async () => {
  const { run, house } = makeHouse({ 'loop/a': page('```js\n1\n```') });
  expect((await run('--check')).text).toContain('docs/loop/a.mdx:5  the page\n  This JavaScript is not run.');
  writeFileSync(house.ledger, '<<<<<<<');
  await expect(run('--check')).rejects.toThrow('ledger.json is not valid JSON');
});

test('on a terminal the progress line is redrawn and makes room for lasting text', () => {
  let text = '';
  const progress = new Progress({
    write: (part) => {
      text += part;
    },
    isTTY: true,
    columns: 30,
  });
  progress.total = 2;
  progress.done = 1;
  progress.tick('loop/a a.cjs on Node 24, a long name');
  progress.say('lasting');
  expect(text).toBe('\r\x1b[2K1 of 2 runs: loop/a a.cjs on \r\x1b[2Klasting\n');
});

test('without a terminal progress is quiet at first', () => {
  let text = '';
  const progress = new Progress({
    write: (part) => {
      text += part;
    },
    isTTY: false,
    columns: 80,
  });
  progress.tick('loop/a');
  expect(text).toBe('');
});
