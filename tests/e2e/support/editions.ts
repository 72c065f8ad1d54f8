import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { test as plain } from '@playwright/test';
import { writeOffline } from '../../../src/offline/integration.ts';
import { writeIndex } from '../../../src/search/index-step.ts';
import { Host } from './host.ts';

/** Built pages that a small site is made of, beside the start page and the 404 page. */
const SEGMENT = 'event-loop';
const PAGES = 12;

/** A page outside ASCII, as no page of the bank is. */
export const CYRILLIC = 'цикл-событий/';
/** A page that only leads on, as permanent addresses do. */
export const LEADS_ON = 'q/1/';
/** In all editions but the first. */
export const ADDED = 'event-loop/brand-new/';
/** In the first edition only. */
export const DROPPED = 'event-loop/dropped/';

/** A small site made of built pages: each page, its style sheet and its search say which edition they are. */
export interface SmallSite {
  dir: string;
  number: number;
  /** Addresses of the pages that every edition has. */
  pages: string[];
  /** Addresses of all saved files. */
  files: string[];
  bytes: number;
}

/** The word by which an edition's search finds each of its pages, and no other edition does. */
export const wordOf = (edition: number): string => `zebracorn${edition}`;

/**
 * Makes an edition out of pages of the built site.
 *
 * @param dist folder of the built site
 */
async function makeEdition(dist: string, number: number): Promise<SmallSite> {
  const dir = mkdtempSync(join(tmpdir(), `edition-${number}-`));
  const paths = globSync(`${SEGMENT}/*/index.html`, { cwd: dist })
    .map((path) => path.split(sep).join('/'))
    .sort()
    .slice(0, PAGES);
  for (const path of ['_astro', 'icons', 'icon.svg', 'index.html', '404.html', ...paths]) cpSync(join(dist, path), join(dir, path), { recursive: true });
  const copies = { [`${CYRILLIC}index.html`]: paths[0]!, [number === 1 ? `${DROPPED}index.html` : `${ADDED}index.html`]: paths[1]! };
  for (const [to, from] of Object.entries(copies)) put(dir, to, readFileSync(join(dir, from), 'utf8'));
  mark(dir, number);
  put(dir, `${LEADS_ON}index.html`, `<!doctype html><title>1</title><meta http-equiv="refresh" content="0;url=/${paths[2]!.replace('index.html', '')}">`);
  await writeIndex(dir);
  const { files } = writeOffline(dir, '/');
  const pages = paths.map((path) => path.replace('index.html', ''));
  return { dir, number, pages, files: files.map(([address]) => address), bytes: files.reduce((sum, [, , size]) => sum + size, 0) };
}

/** `edition` is the first of three `editions`, each made once for all tests of a file that ask for it; `host` serves the first. */
export const test = plain.extend<{ host: Host }, { edition: SmallSite; editions: readonly [SmallSite, SmallSite, SmallSite] }>({
  edition: [async ({}, use) => lend([await makeEdition(resolve('dist'), 1)], ([first]) => use(first!)), { scope: 'worker', timeout: 60_000 }],
  editions: [
    async ({ edition }, use) =>
      lend([await makeEdition(resolve('dist'), 2), await makeEdition(resolve('dist'), 3)], ([two, three]) => use([edition, two!, three!])),
    { scope: 'worker', timeout: 60_000 },
  ],
  host: async ({ edition }, use) => {
    const host = await new Host({ dir: edition.dir }).start();
    await use(host);
    await host.stop();
  },
});

/** Lends sites to tests, and removes them afterwards. */
async function lend(sites: readonly SmallSite[], use: (sites: readonly SmallSite[]) => Promise<void>): Promise<void> {
  await use(sites);
  for (const { dir } of sites) rmSync(dir, { recursive: true });
}

function put(dir: string, path: string, text: string): void {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

/** Writes the edition into each page, and into a style sheet that gets another name by it, as a build would give it. */
function mark(dir: string, number: number): void {
  // The 404 page has no style sheet but that of all pages, and print's. The build names it after one of the modules that need it.
  const links = readFileSync(join(dir, '404.html'), 'utf8').match(/<link rel="stylesheet" href="\/_astro\/[^"]+"[^>]*>/g) ?? [];
  const sheet = links.filter((link) => !link.includes('media=')).map((link) => link.replace(/.*href="\/([^"]+)".*/, '$1'))[0];
  if (!sheet) throw new Error('404.html of the built site links to no style sheet of all pages: build it first (npm run build), or say here what pages share.');
  const renamed = sheet.replace(/\.(?=[^.]+\.css$)/, `.edition${number}.`);
  renameSync(join(dir, sheet), join(dir, renamed));
  writeFileSync(join(dir, renamed), `${readFileSync(join(dir, renamed), 'utf8')}:root{--edition:${number}}`);
  for (const path of globSync('**/*.html', { cwd: dir })) {
    const html = readFileSync(join(dir, path), 'utf8');
    const marked = html.replaceAll(sheet, renamed).replace(/(<main[^>]*>)/, `$1<p>EDITION-${number} ${wordOf(number)}</p>`);
    if (marked === html) throw new Error(`${path} has no <main> to write the edition into.`);
    writeFileSync(join(dir, path), marked);
  }
}
