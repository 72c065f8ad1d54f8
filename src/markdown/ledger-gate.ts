import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { readPages } from '../bank/files.ts';
import { LEDGER_FILE, readLedger } from '../fences/ledger.ts';
import { describeUnverified, unverifiedPages } from '../fences/unverified.ts';

/**
 * Astro integration: a build fails when a program on a page has changed since it was last run, and names all such programs at
 * once. `astro dev` only says so on the page ("not run yet"), because an author writes the program before running it.
 *
 * @param root the project's root
 */
export function ledgerGate(root = process.cwd()): AstroIntegration {
  return {
    name: 'ledger-gate',
    hooks: {
      'astro:build:start': () => {
        const texts = readPages(root).map(({ id, path, source }) => ({ slug: id, file: path, source }));
        const { found } = unverifiedPages(texts, readLedger(join(root, LEDGER_FILE)));
        if (found.length === 0) return;
        throw new Error(
          `The site is not built, because its pages do not show what was run (${found.length} to repair):\n\n${found.map(describeUnverified).join('\n\n')}`,
        );
      },
    },
  };
}
