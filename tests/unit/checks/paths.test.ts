import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bankOf } from '../../../checks/bank.ts';
import { walk } from '../../../checks/paths-lead-somewhere.ts';
import type { Path } from '../../../src/bank/paths.ts';
import { PATHS, pathWith, stepsOf } from '../../../src/bank/paths.ts';
import { question } from './bank.ts';

const bank = bankOf([question('async/a', { level: 'junior' }), question('async/b', { level: 'mid' }), question('async/c', { level: 'senior' })]);

/** What is found on a path through these questions, one line each. */
function found(levels: Path['levels'], ...slugs: string[]): string[] {
  const path: Path = { id: 'p', title: 'P', serves: 'Nobody.', levels, stages: [{ steps: slugs.map((slug) => ({ slug })) }] };
  const source = [`'async/a' of another path`, `id: 'p'`, ...slugs.map((slug) => `ask('${slug}')`)].join('\n');
  return walk([path], source, bank).map(({ path: file, line, what, repair }) => `${file}:${line} ${what} → ${repair}`);
}

test('a path through questions of its levels is right', () => {
  expect(found(['junior', 'mid'], 'async/b', 'async/a')).toEqual([]);
});

test('a step that is not a question is told with its line', () => {
  expect(found(['junior'], 'async/a', 'async/gone')).toEqual([
    'src/bank/paths.ts:4 the path "p" names "async/gone", which is not a question. → Write <segment>/<slug>, as in the address of the page.',
  ]);
});

test('a step that has moved is told with its new name', () => {
  const path: Path = { id: 'p', title: 'P', serves: 'Nobody.', levels: ['junior'], stages: [{ steps: [{ slug: 'async/a' }, { slug: 'async/old' }] }] };
  const [finding] = walk([path], '', { ...bank, redirects: { '/async/old/': '/async/b/' } });
  expect(finding?.repair).toBe("It has moved. Write 'async/b'.");
});

test('a question that stands twice on a path is told at its second place', () => {
  expect(found(['junior', 'mid'], 'async/a', 'async/b', 'async/a')).toEqual([
    'src/bank/paths.ts:5 the path "p" names async/a twice. → Keep the place where it builds on what comes before.',
  ]);
});

test('a question of another level is told', () => {
  expect(found(['junior'], 'async/a', 'async/c')).toEqual([
    'src/bank/paths.ts:4 the path "p" is for junior, but async/c is senior. → Take another question, or widen the levels of the path.',
  ]);
});

test('a level of which a path has no question is told', () => {
  expect(found(['junior', 'mid'], 'async/a')).toEqual(['src/bank/paths.ts:2 the path "p" has no mid question. → Add one, or take the level out.']);
});

test('the lines of the real file are found: every step stands there as written', () => {
  const source = readFileSync('src/bank/paths.ts', 'utf8');
  const lines = walk(PATHS, source, bankOf([]))
    .filter(({ what }) => what.includes('not a question'))
    .map(({ line }) => line);
  expect(lines).toHaveLength(PATHS.flatMap(stepsOf).length);
  expect(lines).not.toContain(1);
});

test('an unknown path is refused with those there are', () => {
  expect(() => pathWith('night')).toThrow('There is no path "night". Paths are listed in src/bank/paths.ts: evening, week, junior, senior.');
});
