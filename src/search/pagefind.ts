/** The part of Pagefind's Component UI that the search uses: https://pagefind.app/docs/custom-components/. Types only. */

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

export interface Result extends Omit<SubResult, 'title'> {
  meta: Record<string, string | undefined>;
  filters: Record<string, string[] | undefined>;
  sub_results: SubResult[];
}

/** Values of each filter with the number of pages that have it. */
export type FilterCounts = Record<string, Record<string, number>>;

/** For each filter the values of which a page must have at least one. */
export type Selection = Record<string, { any: string[] }>;

export interface Instance {
  searchTerm: string;
  /** Whether an empty search lists every page that passes the filters. */
  faceted: boolean;
  on(event: 'results', then: (found: { results: unknown[] }) => void): void;
  on(event: 'filters', then: (counts: { total: FilterCounts | null }) => void): void;
  on(event: 'error', then: () => void): void;
  triggerLoad(): Promise<void>;
  triggerSearchWithFilters(term: string, filters: Selection): void;
  registerInput(input: HTMLElement, capabilities: { keyboardNavigation: boolean }): void;
  setTranslations(texts: Record<string, string>): void;
}

export interface ResultsElement extends HTMLElement {
  /** Draws one result. */
  resultTemplate: (result: Result) => HTMLElement;
}

declare global {
  interface Window {
    PagefindComponents?: { configureInstance(name: string, options: Record<string, unknown>): Instance };
  }
}
