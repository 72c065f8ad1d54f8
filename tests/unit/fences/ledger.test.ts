import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { extractPrograms } from '../../../src/fences/extract.ts';
import { entryFor, formatLedger, readLedger, type Ledger } from '../../../src/fences/ledger.ts';
import { NODE_LINES } from '../../../src/fences/lines.ts';
import { tooManySkipped, unverified, type NamedPage } from '../../../src/fences/unverified.ts';

const named = (slug: string, source: string): NamedPage => ({ slug, file: `docs/${slug}.mdx`, page: extractPrograms(source) });
const program = (title: string, words = '') => `\`\`\`js run title="${title}"${words}\n1;\n\`\`\`\n`;
const ranOn = (...lines: (keyof typeof NODE_LINES)[]) => Object.fromEntries(lines.map((line) => [line, { version: NODE_LINES[line] }]));
const ledgerOf = (programs: Ledger['programs']): Ledger => ({ about: '', programs });

const a = named('loop/a', program('a.cjs'));
const [programA] = a.page.programs;
const entry = { page: 'loop/a', title: 'a.cjs', runs: ranOn(22, 24, 26) };

test('an absent ledger is an empty one; a broken one is named with the remedy', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'ledger.json');
  expect(readLedger(file).programs).toEqual({});
  writeFileSync(file, '<<<<<<< HEAD');
  expect(() => readLedger(file)).toThrow('is not valid JSON');
  expect(() => readLedger(file)).toThrow('Restore it from git, then run: npm run verify');
});

test('the ledger is written one program a line, sorted by page and title, and reads back the same', () => {
  const ledger = ledgerOf({ 3: { ...entry, page: 'loop/b' }, 1: { ...entry, title: 'z.cjs' }, 2: entry });
  const text = formatLedger(ledger);
  expect(text.split('\n').flatMap((row) => /^ {4}"(\d)"/.exec(row)?.[1] ?? [])).toEqual(['2', '1', '3']);
  expect(JSON.parse(text).programs).toEqual(ledger.programs);
  expect(JSON.parse(formatLedger(ledgerOf({}))).programs).toEqual({});
});

test('a program has an entry only when it ran on all of its lines', () => {
  expect(entryFor(programA!, ledgerOf({ [programA!.hash]: entry }))).toBe(entry);
  expect(entryFor(programA!, ledgerOf({ [programA!.hash]: { ...entry, runs: ranOn(22, 24) } }))).toBeNull();
  expect(entryFor(programA!, ledgerOf({}))).toBeNull();
});

test('nothing is unverified when each text has its entry and each entry its text', () => {
  expect(unverified([a], ledgerOf({ [programA!.hash]: entry }))).toEqual([]);
});

test('a program without an entry is unverified, with its place and the remedy', () => {
  expect(unverified([a], ledgerOf({}))).toEqual([
    {
      file: 'docs/loop/a.mdx',
      line: 1,
      title: 'a.cjs',
      message: 'This text (program, helpers or output) has not been run on Node 22, 24, 26.',
      repair: 'npm run verify -- --only loop/a',
    },
  ]);
});

test('a program that ran on some lines only is unverified', () => {
  expect(unverified([a], ledgerOf({ [programA!.hash]: { ...entry, runs: ranOn(22, 26) } }))).toMatchObject([
    { message: expect.stringContaining('has not been run on Node 24.') },
  ]);
});

test('a program that ran on an older release of a line is unverified', () => {
  const runs = { ...ranOn(22, 24), 26: { version: '26.0.0' } };
  expect(unverified([a], ledgerOf({ [programA!.hash]: { ...entry, runs } }))).toMatchObject([{ message: `It ran on Node 26.0.0, not ${NODE_LINES[26]}.` }]);
});

test('an entry without a text is reported, for a page that changed and for one that is gone', () => {
  const ledger = ledgerOf({ [programA!.hash]: { ...entry, also: ['loop/gone'] }, old: { ...entry, title: 'old.cjs' } });
  expect(unverified([a], ledger).map(({ file, title, message }) => [file, title, message])).toEqual([
    ['loop/gone', 'a.cjs', 'The ledger remembers it, but there is no such page.'],
    ['docs/loop/a.mdx', 'old.cjs', 'The ledger remembers a text of it that the page no longer has.'],
  ]);
});

test('looking at a part of the bank, entries of other pages do not matter', () => {
  const ledger = ledgerOf({ [programA!.hash]: entry, other: { ...entry, page: 'loop/b' } });
  expect(unverified([a], ledger, { partial: true })).toEqual([]);
  expect(unverified([a], ledger)).toHaveLength(1);
});

test('norun fences may be one in twenty, not more', () => {
  const programs = (count: number) => Array.from({ length: count }, (_, i) => program(`p${i}.cjs`)).join('\n');
  const skipped = '\n```js norun="needs a browser"\nwindow;\n```\n';
  expect(tooManySkipped([named('loop/a', programs(19) + skipped)])).toEqual([]);
  expect(tooManySkipped([named('loop/a', programs(18) + skipped)])).toMatchObject([
    { file: 'docs/loop/a.mdx', line: 73, message: expect.stringContaining('One of 1 norun fences among 19') },
  ]);
  expect(tooManySkipped([named('loop/a', `${program('a.cjs')}\n\`\`\`sh norun="deletes things"\nrm x\n\`\`\`\n`)])).toEqual([]);
});
