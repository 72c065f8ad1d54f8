import type { AstroIntegration } from 'astro';
import { readPages } from '../bank/files.ts';
import { extractPrograms } from '../fences/extract.ts';
import { LEDGER_FILE, readLedger } from '../fences/ledger.ts';
import { tooManySkipped, unverified } from '../fences/unverified.ts';

/**
 * Astro integration: a build fails when a program on a page has changed since it was last run. `astro dev` only says so on the
 * page ("not run yet"), because an author writes the program before running it.
 */
export function ledgerGate(): AstroIntegration {
  return {
    name: 'ledger-gate',
    hooks: {
      'astro:build:start': () => {
        const pages = readPages(process.cwd()).map(({ id, path, source }) => ({ slug: id, file: path, page: extractPrograms(source) }));
        const found = [...unverified(pages, readLedger(LEDGER_FILE)), ...tooManySkipped(pages)];
        if (found.length === 0) return;
        const rows = found.map(
          ({ file, line, title, message, repair }) => `  ${file}${line === null ? '' : `:${line}`}  ${title}\n    ${message}\n    → ${repair}`,
        );
        throw new Error(`${found.length} programs are not shown as they ran last:\n${rows.join('\n')}`);
      },
    },
  };
}
