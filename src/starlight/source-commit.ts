import { spawnSync } from 'node:child_process';
import { CONTENT, idOf } from '../bank/files.ts';

/** Digits of a commit that are shown: enough for a repository of this size, and always the same number of them. */
const DIGITS = 10;

/**
 * For each page the newest commit that changed it: which version of the answer a reader saw. Not the commit of the whole build, which would
 * change every page on every deployment and make readers fetch all of them again.
 *
 * In a clone without history git names the commit that was cloned, which is true as well. Without git `GITHUB_SHA` is taken, and without
 * that nothing: a build never fails for it.
 *
 * @param root the project's root
 * @returns a function from the id of a page to its commit, or undefined when it is not known
 */
export function sourceCommits(root: string, env: NodeJS.ProcessEnv = process.env): (id: string) => string | undefined {
  const fallback = env['GITHUB_SHA']?.slice(0, DIGITS);
  const git = spawnSync('git', ['log', `--format=%x00%H`, '--name-only', '--relative', '--', CONTENT], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (git.status !== 0) return () => fallback;
  const newest = new Map<string, string>();
  for (const entry of git.stdout.split('\0').slice(1)) {
    const [commit = '', ...paths] = entry.split('\n').filter((line) => line !== '');
    for (const path of paths) {
      const id = idOf(path.slice(CONTENT.length + 1));
      if (!newest.has(id)) newest.set(id, commit.slice(0, DIGITS));
    }
  }
  return (id) => newest.get(id) ?? fallback;
}
