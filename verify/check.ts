import path from 'node:path';
import { extractPrograms, FenceError } from '../src/fences/extract.ts';
import { readLedger } from '../src/fences/ledger.ts';
import { tooManySkipped, unverified, type NamedPage, type Unverified } from '../src/fences/unverified.ts';
import type { PageFile } from './pages.ts';

/**
 * `--check`: says which programs changed without a run, running nothing.
 *
 * @param partial whether `pages` is only a part of the bank
 * @returns the exit code
 */
export function check(pages: PageFile[], partial: boolean, ledgerFile: string, cwd: string, say: (text: string) => void): number {
  const named: NamedPage[] = [];
  const found: Unverified[] = [];
  for (const { slug, file, source } of pages) {
    const shown = path.relative(cwd, file) || file;
    try {
      named.push({ slug, file: shown, page: extractPrograms(source) });
    } catch (error) {
      found.push({
        file: shown,
        line: error instanceof FenceError ? error.line : 1,
        title: 'the page',
        message: (error as Error).message,
        repair: 'Repair the fence.',
      });
    }
  }
  // What a broken page holds is unknown, so nothing can be said about the rest of the ledger.
  found.push(...unverified(named, readLedger(ledgerFile), { partial: partial || found.length > 0 }));
  if (!partial) found.push(...tooManySkipped(named));
  for (const { file, line, title, message, repair } of found) say(`${file}${line === null ? '' : `:${line}`}  ${title}\n  ${message}\n  → ${repair}\n`);
  const programs = named.reduce((sum, { page }) => sum + page.programs.length, 0);
  say(
    found.length === 0
      ? `${programs} programs on ${pages.length} pages: each text has been run on all of its Node lines.`
      : `${found.length} things to repair on ${pages.length} pages.`,
  );
  return found.length === 0 ? 0 : 1;
}
