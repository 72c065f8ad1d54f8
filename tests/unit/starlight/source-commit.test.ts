import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sourceCommits } from '../../../src/starlight/source-commit.ts';

const root = mkdtempSync(join(tmpdir(), 'source-commit-'));
afterAll(() => rmSync(root, { recursive: true }));

const git = (...words: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...words], { cwd: root, encoding: 'utf8' }).trim();

/** Writes a page and commits it. @returns the first ten digits of the commit */
function commit(page: string, text: string): string {
  const file = join(root, 'src/content/docs', page);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  git('add', '-A');
  git('commit', '-qm', text);
  return git('rev-parse', 'HEAD').slice(0, 10);
}

test('outside a repository the commit comes from the environment, or is not known', () => {
  expect(sourceCommits(root, { GITHUB_SHA: '0123456789abcdef' })('event-loop/phases')).toBe('0123456789');
  expect(sourceCommits(root, {})('event-loop/phases')).toBeUndefined();
});

test('a page names the newest commit that changed it, whatever came later', () => {
  git('init', '-q');
  commit('event-loop/phases.mdx', 'one');
  const phases = commit('event-loop/phases.mdx', 'two');
  const index = commit('event-loop/index.mdx', 'three');
  const of = sourceCommits(root, {});
  expect(of('event-loop/phases')).toBe(phases);
  expect(of('event-loop')).toBe(index);
  expect(of('event-loop/unknown')).toBeUndefined();
});
