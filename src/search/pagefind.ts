/** The part of Pagefind's search script that the search uses: https://pagefind.app/docs/api/. Types only. */

/** A heading's part of a page, with the words found in it. */
export interface SubResult {
  title: string;
  /** Address with the heading's anchor. */
  url: string;
  /** HTML-escaped text with `<mark>` around the words found. */
  excerpt: string;
  /** Positions of the words found. */
  locations: number[];
}

/** The text of a page around the words found. */
export interface Result extends Omit<SubResult, 'title'> {
  sub_results: SubResult[];
}

/** A page that has the words, before its text is loaded. */
export interface RawResult {
  id: string;
  /** How well the words fit, by BM25. Comparable within one search only. */
  score: number;
  data(): Promise<Result>;
}

/** Values of each filter with the number of pages that have it. */
export type FilterCounts = Record<string, Record<string, number>>;

/** For each filter the values of which a page must have at least one. */
export type Selection = Record<string, { any: string[] }>;

export interface Instance {
  init(): Promise<void>;
  filters(): Promise<FilterCounts>;
  /** @param term null finds every page that passes the filters */
  search(term: string | null, options: { filters: Selection }): Promise<{ results: RawResult[] }>;
}

export interface PagefindModule {
  createInstance(options: Record<string, unknown>): Instance;
}
