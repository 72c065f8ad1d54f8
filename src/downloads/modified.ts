import { execFileSync } from 'node:child_process';
import type { BuiltAnswer } from '../exports/built-answers.ts';

/** The day of the newest review. */
export const newestReview = (answers: readonly BuiltAnswer[]): string =>
  answers
    .map(({ reviewed }) => reviewed)
    .sort()
    .at(-1) ?? '1970-01-01';

/**
 * When what is built here was last changed, in seconds since 1970: SOURCE_DATE_EPOCH where it is set (https://reproducible-builds.org),
 * else the moment of the last commit, else the newest review. So the same sources give the same files.
 */
export function lastChange(answers: readonly BuiltAnswer[], env = process.env): number {
  const given = Number(env['SOURCE_DATE_EPOCH']);
  if (given > 0) return given;
  try {
    return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim());
  } catch {
    // Not a clone: an unpacked archive.
    return Date.parse(newestReview(answers)) / 1000;
  }
}
