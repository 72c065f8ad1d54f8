import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBuiltAnswers, type BuiltAnswer } from '../exports/built-answers.ts';
import { ALL_LINES } from '../fences/lines.ts';
import { deck } from './anki/deck.ts';
import { openBuiltSite, type BuiltSite } from './built-site.ts';
import { book } from './epub/book.ts';
import { handbook } from './handbook/handbook.ts';
import { lastChange } from './modified.ts';
import { siteZip } from './site/site-zip.ts';

type Maker = (site: BuiltSite, answers: () => readonly BuiltAnswer[]) => Promise<string | Uint8Array>;

/** Each download, below `downloads/` of the site, and what makes it. */
const MAKERS: Readonly<Record<string, Maker>> = {
  'handbook.html': (site, answers) => handbook(answers(), site.home, ALL_LINES.join(' ')),
  'site.zip': siteZip,
  'bank.epub': (site, answers) => book(answers(), site.home),
  'bank.apkg': async (_, answers) => deck(answers(), lastChange(answers())),
};

/** The names of all downloads. */
export const DOWNLOADS: readonly string[] = Object.keys(MAKERS);

/** A download that was written. */
export interface Written {
  name: string;
  bytes: number;
  /** Milliseconds it took. */
  ms: number;
}

/**
 * Makes downloads from the built site and writes them into its folder `downloads`.
 *
 * @param dist the folder of the built site
 * @throws Error when there is no built site, or it is not what this expects
 */
export async function* writeDownloads(dist: string, names: readonly string[] = DOWNLOADS): AsyncGenerator<Written> {
  const site = openBuiltSite(dist);
  let read: BuiltAnswer[] | undefined;
  mkdirSync(join(dist, 'downloads'), { recursive: true });
  for (const name of names) {
    const start = performance.now();
    const file = join(dist, 'downloads', name);
    writeFileSync(file, await MAKERS[name]!(site, () => (read ??= readBuiltAnswers(dist))));
    yield { name, bytes: statSync(file).size, ms: performance.now() - start };
  }
}
