import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';

/** What is searched: one question or page. */
export interface Searchable {
  /** Its place in the list of all. */
  id: number;
  title: string;
  /** Other words people use for it. */
  aliases: string;
  headings: string;
  text: string;
}

/** What a query found, the best first. */
export interface Found {
  hits: SearchResult[];
  /** Whether the words were found as they were typed. */
  exact: boolean;
}

/** Edits that a word of this length may be away, in the widest tier: `asnyc` is two from `async`. */
const widest = (word: string): number | false => (word.length > 7 ? 3 : word.length > 4 ? 2 : word.length > 3 ? 1 : false);

/** From strict to generous; the first that finds anything answers. */
const TIERS: readonly SearchOptions[] = [
  {},
  { fuzzy: (word) => (word.length > 3 ? 0.2 : false), maxFuzzy: 2 },
  { fuzzy: widest, maxFuzzy: 3 },
  { combineWith: 'OR', fuzzy: 0.2 },
];

/** A word, and the parts of a name such as `setTimeout`. */
function wordsOf(word: string): string[] {
  const humps = word.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u);
  return [...new Set([word, ...(humps.length > 1 ? humps.filter((hump) => hump.length > 2) : [])].map((part) => part.toLowerCase()))];
}

/** Indexes these texts, some at a time: the whole bank takes most of a second. */
export async function indexOf(texts: readonly Searchable[]): Promise<MiniSearch<Searchable>> {
  const index = new MiniSearch<Searchable>({
    fields: ['title', 'aliases', 'headings', 'text'],
    processTerm: wordsOf,
    searchOptions: {
      processTerm: (word) => word.toLowerCase(),
      boost: { title: 5, aliases: 4, headings: 2 },
      prefix: (word) => word.length > 2,
      weights: { fuzzy: 0.3, prefix: 0.5 },
      combineWith: 'AND',
    },
  });
  await index.addAllAsync(texts, { chunkSize: 15 });
  return index;
}

/**
 * Finds what has all the words; failing that, words like them; failing that, some of them.
 *
 * @param passes which texts are looked at
 */
export function find(index: MiniSearch<Searchable>, words: string, passes: (id: number) => boolean = () => true): Found {
  for (const [tier, options] of TIERS.entries()) {
    const hits = index.search(words, { ...options, filter: ({ id }) => passes(id as number) });
    if (hits.length > 0) return { hits, exact: tier === 0 };
  }
  return { hits: [], exact: false };
}
