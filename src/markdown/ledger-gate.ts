import type { AstroIntegration } from 'astro';
import { readPages } from '../bank/files.ts';
import { LEDGER_FILE, readLedger } from '../fences/ledger.ts';
import { unverified } from '../fences/unverified.ts';

/**
 * Astro integration: a build fails when a program on a page has changed since it was last run. `astro dev` only says so on the
 * page ("not run yet"), because an author writes the program before running it.
 */
export function ledgerGate(): AstroIntegration {
  return {
    name: 'ledger-gate',
    hooks: {
      'astro:build:start': () => {
        const problems = unverified(readPages(process.cwd()), readLedger(LEDGER_FILE));
        if (problems.length === 0) return;
        throw new Error(`${problems.length} programs differ from their last run:\n${problems.join('\n')}\nRepair: npm run verify, or npm run verify -- --update to take over what they print now.`);
      },
    },
  };
}
