import { readPages, type Page, type PagesFile } from './catalogue.client.ts';
import { correct } from './corrector.client.ts';
import type { FilterCounts, Instance, PagefindModule, RawResult, Result, Selection } from './pagefind.ts';
import { ranker, type Ranked } from './rank.client.ts';
import { RANKING } from './ranking.client.ts';
import { readWords } from './word-list.client.ts';
import { meaningful } from './words.client.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
const bundle = `${base}pagefind/`;

export interface Hit extends Page {
  /** Address with the base. */
  url: string;
  /** The places of the words in its text. */
  text(): Promise<Result>;
}

export interface Found {
  hits: Hit[];
  /** How many of the hits have all words of the query. */
  whole: number;
  /** What was looked for: the query, with its typing errors corrected. */
  query: string;
}

export interface Engine {
  /** The values of each filter. */
  filters: FilterCounts;
  /**
   * @param query what is typed; empty finds every page that passes the filters
   * @param asTyped looks for words that the site does not have, instead of words like them
   */
  search(query: string, filters: Selection, asTyped?: boolean): Promise<Found>;
}

let tries = 0;

async function read(name: string): Promise<Response> {
  // These files keep their names when the index changes, whose ids they hold.
  const answer = await fetch(bundle + name, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${bundle}${name} answers ${answer.status}.`);
  return answer;
}

async function pagefind(): Promise<{ index: Instance; filters: FilterCounts }> {
  // Some browsers remember that a module could not be loaded, and would not ask again for the same address.
  const module = (await import(/* @vite-ignore */ `${bundle}pagefind.js${tries++ ? `?${tries}` : ''}`)) as PagefindModule;
  const index = module.createInstance({ basePath: bundle, baseUrl: base, excerptLength: 30, excerptEllipsis: '…', noWorker: true, ranking: RANKING });
  await index.init();
  return { index, filters: await index.filters() };
}

/**
 * Loads what searches: Pagefind, the names of the pages and the words of the site.
 * @throws Error when one of them cannot be loaded: there is no connection, or no index
 */
export async function startEngine(): Promise<Engine> {
  const [{ index, filters }, pagesFile, wordsFile] = await Promise.all([
    pagefind(),
    read('pages.json').then((answer) => answer.json() as Promise<PagesFile>),
    read('words.txt').then((answer) => answer.text()),
  ]);
  const pages = readPages(pagesFile);
  const words = readWords(wordsFile);
  const ranking = ranker(pages);

  /** A page whose words were found by several searches is described by the one for all words, if that found it. */
  const hits = (ranked: Ranked[], results: RawResult[]): Hit[] => {
    const byId = new Map(results.map((result) => [result.id, result]));
    return ranked.map(({ page }) => ({ ...page, url: base + page.path.slice(1), text: () => byId.get(page.id)!.data() }));
  };

  return {
    filters,
    async search(query, chosen, asTyped = false) {
      const options = { filters: chosen };
      const look = async (term: string | null): Promise<RawResult[]> => (await index.search(term, options)).results;
      if (!query.trim()) {
        const results = await look(null);
        const passing = new Set(results.map(({ id }) => id));
        const ranked = pages.filter(({ id }) => passing.has(id)).map((page) => ({ page, whole: true }));
        return { query, whole: ranked.length, hits: hits(ranked, results) };
      }
      const phrase = query.trim().startsWith('"');
      const { query: corrected, missing } = asTyped || phrase ? { query, missing: [] } : correct(query, words, ranking);
      const wanted = meaningful(corrected)
        .split(/\s+/)
        .filter((word) => /[\p{L}\p{N}]/u.test(word) && !missing.includes(word));
      // Pagefind would take the beginning of a word that no page has, and find pages about something else.
      const all = missing.length > 0 ? [] : await look(wanted.join(' '));
      const each = phrase || (wanted.length < 2 && missing.length === 0) ? [] : await Promise.all(wanted.map(look));
      const ranked = ranking.rank(corrected, { all, each });
      return { query: corrected, whole: ranked.filter(({ whole }) => whole).length, hits: hits(ranked, [...each.flat(), ...all]) };
    },
  };
}
