import path from 'node:path';
import { readLedger } from '../src/fences/ledger.ts';
import { describeUnverified, unverifiedPages } from '../src/fences/unverified.ts';
import type { PageFile } from './pages.ts';

/**
 * `--check`: says which programs changed without a run, running nothing.
 *
 * @param partial whether `pages` is only a part of the bank
 * @returns the exit code
 */
export function check(pages: PageFile[], partial: boolean, ledgerFile: string, cwd: string, say: (text: string) => void): number {
  const texts = pages.map(({ slug, file, source }) => ({ slug, source, file: path.relative(cwd, file) || file }));
  const { found, programs } = unverifiedPages(texts, readLedger(ledgerFile), { partial });
  for (const one of found) say(`${describeUnverified(one)}\n`);
  say(
    found.length === 0
      ? `${programs} programs on ${pages.length} pages: each text has been run on all of its Node lines.`
      : `${found.length} things to repair on ${pages.length} pages.`,
  );
  return found.length === 0 ? 0 : 1;
}
