/**
 * `npm run downloads`: makes the files that open without a server from the built site in `dist`, and writes them to `dist/downloads`.
 * `node src/downloads/main.ts site.zip` makes only those named; `--dist <folder>` reads and writes another folder.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { readBuiltAnswers, type BuiltAnswer } from '../exports/built-answers.ts';
import { ALL_LINES } from '../fences/lines.ts';
import { deck } from './anki/deck.ts';
import { openBuiltSite, type BuiltSite } from './built-site.ts';
import { book } from './epub/book.ts';
import { handbook } from './handbook/handbook.ts';
import { lastChange } from './modified.ts';
import { siteZip } from './site/site-zip.ts';

type Maker = (site: BuiltSite) => Promise<string | Uint8Array>;

let read: BuiltAnswer[] | undefined;
/** The answers, read once. */
const answersOf = ({ dist }: BuiltSite): BuiltAnswer[] => (read ??= readBuiltAnswers(dist));

/** Each download and what makes it. */
const DOWNLOADS: Readonly<Record<string, Maker>> = {
  'handbook.html': (site) => handbook(answersOf(site), site.home, ALL_LINES.join(' ')),
  'site.zip': siteZip,
  'bank.epub': (site) => book(answersOf(site), site.home),
  'bank.apkg': async (site) => deck(answersOf(site), lastChange(answersOf(site))),
};

const { values, positionals } = parseArgs({ options: { dist: { type: 'string', default: 'dist' } }, allowPositionals: true });
const unknown = positionals.find((name) => !(name in DOWNLOADS));
if (unknown !== undefined) {
  console.error(`There is no download "${unknown}". There are: ${Object.keys(DOWNLOADS).join(', ')}.`);
  process.exit(2);
}

const site = openBuiltSite(resolve(values.dist));
const folder = join(site.dist, 'downloads');
mkdirSync(folder, { recursive: true });
for (const [name, make] of Object.entries(DOWNLOADS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const start = performance.now();
  const contents = await make(site);
  writeFileSync(join(folder, name), contents);
  const [raw, packed] = [Buffer.byteLength(contents), gzipSync(contents).length].map((bytes) => `${(bytes / 1e6).toFixed(2)} MB`);
  console.log(`${name.padEnd(14)} ${raw}, ${packed} gzip, in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
