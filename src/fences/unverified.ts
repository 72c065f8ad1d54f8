import { extractPrograms, FenceError } from './extract.ts';
import { entryFor, type Ledger } from './ledger.ts';
import { NODE_LINES } from './lines.ts';
import type { Page } from './program.ts';

/** A page with its address in the bank (`<segment>/<slug>`) and the path that messages name. */
export interface NamedPage {
  slug: string;
  file: string;
  page: Page;
}

/** The same before its programs are read. */
export interface PageText {
  slug: string;
  file: string;
  source: string;
}

/** Something that must be repaired before the site may be built. `line` is null when it is about no line of a page. */
export interface Unverified {
  file: string;
  line: number | null;
  title: string;
  message: string;
  repair: string;
}

/**
 * Everything that keeps the site from being built: mistakes in fences, programs that changed without a run, and, of the whole
 * bank, too many that are not run. Runs nothing.
 *
 * @param options `partial`: these are only some of the pages
 */
export function unverifiedPages(texts: readonly PageText[], ledger: Ledger, options: { partial?: boolean } = {}): { found: Unverified[]; programs: number } {
  const pages: NamedPage[] = [];
  const found: Unverified[] = [];
  for (const { slug, file, source } of texts) {
    try {
      pages.push({ slug, file, page: extractPrograms(source) });
    } catch (error) {
      if (!(error instanceof FenceError)) throw error;
      found.push({ file, line: error.line, title: 'the page', message: error.message, repair: error.hint });
    }
  }
  // What a broken page holds is unknown, so nothing can be said about the rest of the ledger.
  found.push(...unverified(pages, ledger, { partial: options.partial || found.length > 0 }));
  if (!options.partial) found.push(...tooManySkipped(pages));
  return { found, programs: pages.reduce((sum, { page }) => sum + page.programs.length, 0) };
}

/** A finding as text: the place first, so that an editor can jump there, then what is wrong and what to do. */
export const describeUnverified = ({ file, line, title, message, repair }: Unverified): string =>
  `${file}${line === null ? '' : `:${line}`}  ${title}\n  ${message}\n  → ${repair}`;

/**
 * Compares pages with the ledger.
 *
 * @param pages all pages of the bank, or with `partial` some of them
 * @param options `partial`: entries of other pages are none of our business
 */
export function unverified(pages: NamedPage[], ledger: Ledger, options: { partial?: boolean } = {}): Unverified[] {
  const found: Unverified[] = [];
  const onPages = new Set<string>();
  for (const { slug, file, page } of pages) {
    for (const program of page.programs) {
      onPages.add(`${program.hash} ${slug}`);
      const entry = ledger.programs[program.hash];
      const old = program.lines.filter((line) => entry?.runs[line] && entry.runs[line].version !== NODE_LINES[line]);
      if (entryFor(program, ledger) && old.length === 0) continue;
      const message =
        old.length > 0
          ? `It ran on ${old.map((line) => `Node ${entry!.runs[line]!.version}, not ${NODE_LINES[line]}`).join('; ')}.`
          : `This text (program, helpers or output) has not been run on Node ${program.lines.filter((line) => !entry?.runs[line]).join(', ')}.`;
      found.push({ file, line: program.from, title: program.title, message, repair: `npm run verify -- --only ${slug}` });
    }
  }
  for (const [hash, entry] of Object.entries(ledger.programs)) {
    for (const slug of [entry.page, ...(entry.also ?? [])]) {
      if (onPages.has(`${hash} ${slug}`)) continue;
      const page = pages.find((p) => p.slug === slug);
      if (!page && options.partial) continue;
      found.push({
        file: page?.file ?? slug,
        line: null,
        title: entry.title,
        message: page ? 'The ledger remembers a text of it that the page no longer has.' : 'The ledger remembers it, but there is no such page.',
        repair: `npm run verify${page ? ` -- --only ${slug}` : ''}`,
      });
    }
  }
  return found;
}

/** Of all JavaScript fences, so many may be shown without being run. */
export const MOST_SKIPPED = 0.05;

/** The JavaScript fences with `norun`, when they are too many; else none. */
export function tooManySkipped(pages: NamedPage[]): Unverified[] {
  const all = pages.reduce((sum, { page }) => sum + page.fences, 0);
  const skipped = pages.flatMap(({ file, page }) => page.skipped.filter((s) => s.script).map((s) => ({ ...s, file })));
  if (skipped.length <= all * MOST_SKIPPED) return [];
  return skipped.map(({ file, from, title, reason }) => ({
    file,
    line: from,
    title,
    message: `One of ${skipped.length} norun fences among ${all} (at most ${MOST_SKIPPED * 100} % may be): "${reason}".`,
    repair: 'Make it run: title="name.mjs" instead of norun="…".',
  }));
}
