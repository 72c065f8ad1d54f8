import { globSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { expect, test } from 'vitest';

/** What a room may enter, as CONTRIBUTING says. The other rooms of `src` may enter each other. */
const DOORS: Record<string, readonly string[]> = {
  'src/bank': [],
  'src/fences': [],
  'src/traces': ['src/fences'],
  verify: ['src/bank', 'src/fences', 'src/traces', 'src/player'],
};

/** Packages that may go into the browser. One more is weight for readers: say in the commit what it replaces. */
const IN_BROWSERS = ['minisearch'];

/** What a file imports at run time: not its types. Own files as paths from the root, without `?raw`; packages by name. */
function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  const found = code.matchAll(/^(?:import|export)\s(?!type\s)(?:[^'"]*\sfrom\s)?\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm);
  return [...found]
    .map(([, whole, lazy]) => (whole ?? lazy)!)
    .map((name) => (name.startsWith('.') ? posix.join(posix.dirname(file), name.split('?')[0]!) : name));
}

const filesOf = (pattern: string): string[] => globSync(pattern).map((file) => file.split(sep).join('/'));

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
