import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { PagesFile } from './catalogue.client.ts';
import { CUT } from './separate-names.ts';
import { meaningful } from './words.client.ts';
import { countWords, wordList } from './word-list.ts';

/** A page as Pagefind keeps it for excerpts. */
interface Fragment {
  url: string;
  content: string;
  meta: { title?: string; aliases?: string };
  filters: Record<string, string[] | undefined>;
}

/** Pagefind's compressed files begin with these letters. */
const SIGNATURE = 'pagefind_dcd';

/** The pages of an index by their id. A file holds one, named by its id, or a bundle of several. */
async function readFragments(folder: string): Promise<Map<string, Fragment>> {
  const pages = new Map<string, Fragment>();
  for (const name of (await readdir(folder)).sort()) {
    const text = gunzipSync(await readFile(join(folder, name))).toString();
    if (!text.startsWith(SIGNATURE)) throw new Error(`${folder}/${name} does not begin with "${SIGNATURE}": Pagefind has changed its format.`);
    const content = JSON.parse(text.slice(SIGNATURE.length)) as Fragment | Record<string, Fragment>;
    if (typeof content['url'] === 'string') pages.set(name.replace(/\.pf_fragment$/, ''), content as Fragment);
    else for (const [id, page] of Object.entries(content as Record<string, Fragment>)) pages.set(id, page);
  }
  return pages;
}

const whole = (text = ''): string => text.replaceAll(CUT, '');

/** An alias as the ranking compares it, which shows it to nobody: without fillers, in small letters unless it is a name in `camelCase`. */
const plainly = (alias: string): string => meaningful(`${alias} `).replace(/(?<![\w$])[A-Z]+[a-z]*(?![\w$])/g, (word) => word.toLowerCase());

/** What the pages are called, in the order of their addresses. Ids are Pagefind's: the file belongs to this index and no other. */
function pagesFile(fragments: Map<string, Fragment>): PagesFile {
  const values = (filter: string): string[] => [...new Set([...fragments.values()].flatMap(({ filters }) => filters[filter] ?? []))].sort();
  const [segments, levels] = [values('segment'), values('level')];
  const pages = [...fragments]
    .map(([id, { url, meta, filters }]): PagesFile['pages'][number] => [
      id,
      url,
      whole(meta.title),
      whole(meta.aliases).split('. ').map(plainly).join('\n'),
      segments.indexOf(filters['segment']?.[0] ?? ''),
      levels.indexOf(filters['level']?.[0] ?? ''),
    ])
    .sort(([, a], [, b]) => (a < b ? -1 : 1));
  return { segments, levels, pages };
}

/**
 * Writes what the search knows beside Pagefind's index, into its folder: `pages.json`, by which results are ordered and named
 * before their texts arrive, and `words.txt`, by which typing errors are corrected.
 * @returns the number of words
 */
export async function writeSideFiles(folder: string): Promise<number> {
  const fragments = await readFragments(join(folder, 'fragment'));
  const counts = countWords(
    [...fragments.values()].map(({ content, meta }) => ({ text: whole(content), names: `${whole(meta.title)} ${whole(meta.aliases)}` })),
  );
  await writeFile(join(folder, 'pages.json'), JSON.stringify(pagesFile(fragments)));
  await writeFile(join(folder, 'words.txt'), wordList(counts));
  return counts.size;
}
