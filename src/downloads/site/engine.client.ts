import type { startEngine as siteEngine } from '../../search/engine.client.ts';
import type { FilterCounts, Instance, Selection } from '../../search/pagefind.ts';
import { drawResult } from '../../search/result.client.ts';
import { wordsPattern } from '../search/excerpt.client.ts';
import { find, indexOf, type Searchable } from '../search/tiers.client.ts';
import { asResult } from './result.client.ts';
import type { PageText } from './search-data.ts';

/** Results drawn; nobody reads further. */
const MOST = 30;

/** Loads the texts as a classic script: from `file://` nothing can be fetched. */
function loadTexts(): Promise<PageText[]> {
  if (globalThis.naTexts) return Promise.resolve(globalThis.naTexts);
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), { src: `${globalThis.naRoot}search-data.js` });
    script.onload = () => resolve(globalThis.naTexts!);
    script.onerror = () => reject(new Error('search-data.js is not there'));
    document.head.append(script);
  });
}

const searchable = ({ title, aliases, names, parts }: PageText, id: number): Searchable => ({
  id,
  title,
  aliases,
  headings: parts.map(({ heading }) => heading).join(' '),
  text: `${parts.map(({ text }) => text).join(' ')} ${names}`,
});

/** Stands in for the engine of the site behind the same dialog: MiniSearch over the texts of all pages, forgiving typing errors. */
export const startEngine: typeof siteEngine = async (room, input) => {
  const texts = await loadTexts();
  const index = await indexOf(texts.map(searchable));
  const summary = Object.assign(document.createElement('pagefind-summary'), { role: 'status', className: 'pf-summary' });
  const list = Object.assign(document.createElement('ul'), { className: 'pf-results' });
  room.replaceChildren(summary, list);
  moveByArrows(list, input);

  let showCounts = (_: { total: FilterCounts }): void => {};
  let showResults = (_: { results: unknown[] }): void => {};
  const instance: Instance = {
    searchTerm: '',
    faceted: false,
    on(event: string, then: (given: never) => void) {
      if (event === 'filters') showCounts = then as typeof showCounts;
      if (event === 'results') showResults = then as typeof showResults;
    },
    async triggerLoad() {
      showCounts({ total: { level: countsOf(texts, 'level'), segment: countsOf(texts, 'segment') } });
    },
    triggerSearchWithFilters(words, selection) {
      instance.searchTerm = words;
      const passes = (id: number): boolean => isChosen(texts[id]!, selection);
      const all = texts.flatMap((_, id) => (passes(id) ? [{ id, terms: [] as string[] }] : []));
      const { hits, exact } = words ? find(index, words, passes) : { hits: instance.faceted ? all : [], exact: true };
      const pages = hits.length === 1 ? '1 page' : `${hits.length} pages`;
      summary.textContent =
        hits.length === 0 ? 'No page has any of these words. Try others.' : exact ? pages : `No page has just these words. Like them: ${pages}`;
      list.replaceChildren(
        ...hits.slice(0, MOST).map(({ id, terms }) => drawResult(asResult(texts[id as number]!, globalThis.naRoot, wordsPattern(terms)), words)),
      );
      showResults({ results: hits });
    },
    registerInput() {},
    setTranslations() {},
  };
  return instance;
};

function countsOf(texts: readonly PageText[], key: 'level' | 'segment'): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { [key]: value } of texts) if (value) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const isChosen = (page: PageText, selection: Selection): boolean =>
  Object.entries(selection).every(([key, { any }]) => any.includes(page[key as 'level' | 'segment'] ?? ''));

/** Arrow keys go from result to result, and from the first back into the field. */
function moveByArrows(list: HTMLElement, input: HTMLElement): void {
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const links = [...list.querySelectorAll<HTMLElement>('.search-title a')];
    const at = links.indexOf((event.target as Element).closest('li.search-hit')!.querySelector('.search-title a')!);
    (links[at + step] ?? (step < 0 ? input : undefined))?.focus();
  });
}
