import type { Found } from './engine.client.ts';
import { meaningful, withoutOne } from './words.client.ts';

/** Milliseconds of quiet before a screen reader is told what was found: it would otherwise speak at every key. */
const QUIET = 700;

const pages = (count: number): string => (count === 1 ? '1 page' : `${count} pages`);

const button = (words: string, className: string): HTMLButtonElement =>
  Object.assign(document.createElement('button'), { type: 'button', textContent: words, className });

const strong = (words: string): HTMLElement => Object.assign(document.createElement('strong'), { textContent: words });

/** What there is to say above the results, in plain words. */
function sentence({ query, hits, whole }: Found): string {
  if (hits.length === 0) return 'No page has these words. Try fewer, or others.';
  if (whole === 0 && !/\s/.test(query.trim())) return 'No page has just this word. Showing pages with words like it.';
  if (whole === 0) return 'No page has all of these words. Showing pages with most of them.';
  if (whole < hits.length) return `${pages(whole)} with all of these words, ${hits.length - whole} with some of them.`;
  return pages(whole);
}

export interface Said {
  /** Says what was found for what was typed, and whether something else was looked for. Null: nothing was looked for. */
  tell(found: Found | null, typed: string): void;
}

/**
 * The lines above the results: how many there are, which words were corrected, and shorter queries when no page has all words.
 * The buttons `.search-as-typed` and `.search-shorter` are offered; the dialog listens to them.
 * @param live a polite live region that nobody sees
 */
export function saidIn(room: HTMLElement, live: HTMLElement): Said {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    tell(found, typed) {
      clearTimeout(timer);
      room.replaceChildren();
      live.textContent = '';
      if (!found) return;
      const paragraph = (...parts: (Node | string)[]): void => {
        const made = document.createElement('p');
        made.append(...parts);
        room.append(made);
      };
      // A blank behind the last word says that it is finished.
      const corrected = found.query.trim() !== typed;
      if (corrected) paragraph('Showing results for ', strong(found.query.trim()), '. Search instead for ', button(typed, 'search-as-typed'), '.');
      paragraph(sentence(found));
      const shorter = found.whole === 0 ? withoutOne(meaningful(`${found.query} `)) : [];
      if (shorter.length > 0) paragraph(...shorter.map((words) => button(words, 'search-shorter')));
      const said = `${corrected ? `Showing results for ${found.query.trim()}. ` : ''}${sentence(found)}`;
      timer = setTimeout(() => (live.textContent = said), QUIET);
    },
  };
}
