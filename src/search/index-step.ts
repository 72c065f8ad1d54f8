import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** What repeats on every page and would be found on every page: the pill of a program, the label above a quiz, lists of other questions. */
const CHROME = ['.ran', '.predict-label', '.questions'];

/** What Pagefind writes for other user interfaces than ours, and its styles, which `search.css` replaces: 300 KB nobody would ask for. */
const UNUSED = [
  'pagefind-ui.js', 'pagefind-ui.css', 'pagefind-modular-ui.js', 'pagefind-modular-ui.css',
  'pagefind-component-ui.css', 'pagefind-highlight.js', 'wasm.unknown.pagefind',
];

/**
 * Builds the search index after the site, with options Starlight does not pass through, into `pagefind/` of the output.
 *
 * What is indexed is said where it is written: `data-pagefind-*` in `PageTitle.astro` (filters, aliases), `ShortAnswer.astro`
 * (weight) and `runnable.ts` (programs weigh less, outputs are left out).
 * @throws Error when Pagefind cannot start, cannot read a page or finds none
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await pagefind.createIndex({ excludeSelectors: CHROME });
        if (!index) throw new Error(`Pagefind could not start: ${errors.join('; ')}\n→ npm install brings its binary for this machine.`);
        const outputPath = fileURLToPath(new URL('pagefind/', dir));
        const read = await index.addDirectory({ path: fileURLToPath(dir) });
        const written = await index.writeFiles({ outputPath });
        await pagefind.close();
        const failed = [...read.errors, ...written.errors];
        if (failed.length > 0) throw new Error(`The search index could not be written: ${failed.join('; ')}`);
        if (read.page_count === 0) throw new Error('The search index is empty: no page has `data-pagefind-body`, which Starlight sets on <main>.');
        await Promise.all(UNUSED.map((name) => rm(`${outputPath}/${name}`, { force: true })));
        logger.info(`indexed ${read.page_count} pages`);
      },
    },
  };
}
