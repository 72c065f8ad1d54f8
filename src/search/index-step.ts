import { glob, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { separateNames } from './separate-names.ts';
import { writeSideFiles } from './side-files.ts';

/** What repeats on every page and would be found on every page: the pill of a program, the label above a quiz, lists of other questions. */
const CHROME = ['.ran', '.predict-label', '.questions'];

/**
 * Files at most in which the texts of the pages are kept for excerpts. One file a page would be 321 to save for offline reading and
 * a fifth larger in all; in 64 a first search loads 37 KB of texts it does not show, in 16 it would be 120 KB (measured over 12 queries).
 * 80 take a tenth off 64, and pay for the aliases.
 */
export const MAX_FRAGMENTS = 80;

/** What Pagefind writes for user interfaces: ours needs its search script only. 530 KB nobody would ask for. */
const UNUSED = [
  'pagefind-worker.js',
  'pagefind-ui.js',
  'pagefind-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-modular-ui.css',
  'pagefind-component-ui.js',
  'pagefind-component-ui.css',
  'pagefind-highlight.js',
  'wasm.unknown.pagefind',
];

/** Builds the search index after the site, with options Starlight does not pass through. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { pages, words } = await writeIndex(fileURLToPath(dir));
        logger.info(`indexed ${pages} pages, ${words} words`);
      },
    },
  };
}

/**
 * Writes `pagefind/` into a built site: the index, and what the search knows beside it.
 *
 * What is indexed is said where it is written: `data-pagefind-*` in `PageTitle.astro` (filters, aliases), `ShortAnswer.astro`
 * (weight) and `runnable.ts` (programs weigh less, outputs are left out). Pages without `data-pagefind-body` are not.
 * @param site its folder
 * @returns how many pages, and how many words of which typing errors are corrected
 * @throws Error when Pagefind cannot start, cannot read a page or finds none
 */
export async function writeIndex(site: string): Promise<{ pages: number; words: number }> {
  const { index, errors } = await pagefind.createIndex({ excludeSelectors: CHROME, maxFragments: MAX_FRAGMENTS });
  if (!index) throw new Error(`Pagefind could not start: ${errors.join('; ')}\n→ npm install brings its binary for this machine.`);
  let pages = 0;
  for (const sourcePath of (await Array.fromAsync(glob('**/*.html', { cwd: site }))).sort()) {
    const html = await readFile(`${site}/${sourcePath}`, 'utf8');
    if (!html.includes('data-pagefind-body')) continue;
    errors.push(...(await index.addHTMLFile({ sourcePath, content: separateNames(html) })).errors);
    pages += 1;
  }
  const { errors: notWritten } = await index.writeFiles({ outputPath: `${site}/pagefind` });
  await pagefind.close();
  errors.push(...notWritten);
  if (errors.length > 0) throw new Error(`The search index is incomplete: ${errors.join('; ')}`);
  if (pages === 0) throw new Error('The search index is empty: no page has `data-pagefind-body`, which Starlight sets on <main>.');
  const words = await writeSideFiles(`${site}/pagefind`);
  await Promise.all(UNUSED.map((name) => rm(`${site}/pagefind/${name}`, { force: true })));
  return { pages, words };
}
