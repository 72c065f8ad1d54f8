import type { Engine, Hit } from '../../search/engine.client.ts';
import type { Selection } from '../../search/pagefind.ts';
import { wordsPattern } from '../search/excerpt.client.ts';
import { find, indexOf, type Searchable } from '../search/tiers.client.ts';
import { asResult } from './result.client.ts';
import type { PageText } from './search-data.ts';

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

/** A page as the site's own engine finds it. */
const hit = (page: PageText, id: number, terms: readonly string[]): Hit => ({
  id: String(id),
  path: `/${page.url}`,
  url: globalThis.naRoot + page.url,
  title: page.title,
  aliases: [],
  ...(page.segment && { segment: page.segment }),
  ...(page.level && { level: page.level }),
  text: async () => asResult(page, globalThis.naRoot, wordsPattern([...terms])),
});

/**
 * Stands in for the engine of the site behind the same dialog: MiniSearch over the texts of all pages. It forgives typing errors by
 * itself, so that no query is corrected; pages with words only like the ones typed count as having some of them.
 */
export async function startEngine(): Promise<Engine> {
  const texts = await loadTexts();
  const index = await indexOf(texts.map(searchable));
  return {
    filters: { level: countsOf(texts, 'level'), segment: countsOf(texts, 'segment') },
    async search(query, filters) {
      const passes = (id: number): boolean => isChosen(texts[id]!, filters);
      if (!query.trim()) {
        const hits = texts.flatMap((page, id) => (passes(id) ? [hit(page, id, [])] : []));
        return { query, whole: hits.length, hits };
      }
      const { hits, exact } = find(index, query, passes);
      return { query, whole: exact ? hits.length : 0, hits: hits.map(({ id, terms }) => hit(texts[id as number]!, id as number, terms)) };
    },
  };
}

function countsOf(texts: readonly PageText[], key: 'level' | 'segment'): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { [key]: value } of texts) if (value) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const isChosen = (page: PageText, selection: Selection): boolean =>
  Object.entries(selection).every(([key, { any }]) => any.includes(page[key as 'level' | 'segment'] ?? ''));
