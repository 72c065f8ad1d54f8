import { globSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { expect, test } from 'vitest';

/** The rooms of `src` with code, as the README lists them: each may enter only those before it. */
const ROOMS = 'bank fences traces styles markdown share search offline player ways components starlight pages policy exports downloads'.split(' ');

/** Who may enter less than that. */
const DOORS: Record<string, readonly string[]> = {
  'src/bank': [],
  'src/fences': [],
  'src/traces': ['src/fences'],
  verify: ['src/bank', 'src/fences', 'src/traces', 'src/player'],
};

/** Packages that may go into the browser. One more is weight for readers: say in the commit what it replaces. */
const IN_BROWSERS = ['minisearch'];

/** What a file imports at run time: not its types, unless asked for. Own files as paths from the root, without `?raw`; packages by name. */
function importsOf(file: string, types = false): string[] {
  const code = readFileSync(file, 'utf8');
  const found = code.matchAll(/^\s*(?:import|export)\s(type\s)?(?:[^'"]*\sfrom\s)?\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm);
  return [...found]
    .filter(([, type]) => types || !type)
    .map(([, , whole, lazy]) => (whole ?? lazy)!)
    .map((name) => (name.startsWith('.') ? posix.join(posix.dirname(file), name.split('?')[0]!) : name));
}

const filesOf = (pattern: string): string[] => globSync(pattern).map((file) => file.split(sep).join('/'));

test('a room of src enters only those that the README lists before it', () => {
  const files = filesOf('src/*/**/*.{ts,astro}');
  const listed = [...readFileSync('README.md', 'utf8').matchAll(/^ {2}(\w+)\/ {2,}/gm)].map(([, room]) => room!);
  expect(listed, 'the list under "What is where"').toEqual(ROOMS);
  expect([...new Set(files.map((file) => file.split('/')[1]!))].filter((room) => !ROOMS.includes(room))).toEqual([]);
  const back = files.flatMap((file) => {
    const own = ROOMS.indexOf(file.split('/')[1]!);
    return importsOf(file, true)
      .filter((name) => /^(?:src\/\w+\/|verify\/|checks\/|scripts\/|tests\/)/.test(name))
      .filter((name) => !name.startsWith('src/assets/'))
      .filter((name) => !name.startsWith('src/') || ROOMS.indexOf(name.split('/')[1]!) > own)
      .map((name) => `${file} imports ${name}`);
  });
  expect(back, 'move what both need into the earlier room, or hand it over as an argument').toEqual([]);
});

test.each(Object.entries(DOORS))('%s enters only %j', (room, doors) => {
  const files = filesOf(`${room}/**/*.ts`);
  expect(files.length).toBeGreaterThan(3);
  const entered = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => name.includes('/') && /^(?:src|verify|checks|scripts)\//.test(name))
      .filter((name) => ![room, ...doors].some((open) => name.startsWith(`${open}/`)))
      .map((name) => `${file} imports ${name}`),
  );
  expect(entered, 'move what is shared into the lower room, or hand it over as an argument').toEqual([]);
});

test('browser code imports only browser code and what needs neither Node nor Astro', () => {
  const waiting = filesOf('src/**/*.client.ts');
  expect(waiting.length).toBeGreaterThan(30);
  const from = new Map(waiting.map((file) => [file, file]));
  const foreign: string[] = [];
  for (const file of waiting) {
    for (const name of importsOf(file)) {
      if (!name.startsWith('src/') && !IN_BROWSERS.includes(name)) foreign.push(`${from.get(file)}: ${file} imports ${name}`);
      if (!name.endsWith('.ts') || from.has(name)) continue;
      from.set(name, from.get(file)!);
      waiting.push(name);
    }
  }
  expect(foreign, 'a script of a page carries all that it imports').toEqual([]);
});
