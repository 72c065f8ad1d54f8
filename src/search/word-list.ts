import { isWord, MAX_WEIGHT } from './word-list.client.ts';

/** Words in programs and prose: `setTimeout`, `UV_THREADPOOL_SIZE`, `don`. */
const WORDS = /[\p{L}_$][\p{L}\p{N}_$]*/gu;

/** A word in the title or the aliases of a page is meant more often than one that stands somewhere in its text. */
const NAMES_WEIGH = 2;

/** The words of the site, each with how likely it is meant: from 0 (on one page) to {@link MAX_WEIGHT}, each step twice as many pages. */
export function countWords(pages: readonly { text: string; names: string }[]): Map<string, number> {
  const found = new Map<string, number>();
  const inNames = new Set<string>();
  for (const { text, names } of pages) {
    for (const word of wordsOf(names)) inNames.add(word);
    for (const word of wordsOf(`${names} ${text}`)) found.set(word, (found.get(word) ?? 0) + 1);
  }
  return new Map([...found].map(([word, count]) => [word, Math.min(MAX_WEIGHT, Math.floor(Math.log2(count)) + (inNames.has(word) ? NAMES_WEIGH : 0))]));
}

/** Each word once, in small letters, with the parts of `camelCase` names, which Pagefind finds too. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const [name] of text.matchAll(WORDS)) {
    const parts = name.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|[_$]+/u);
    for (const word of [name, ...parts].map((part) => part.toLowerCase())) if (isWord(word)) words.add(word);
  }
  return words;
}

/**
 * The words as a text that gzip makes small: sorted, one a line, each without the beginning it shares with the one before it.
 * A line is the length of that beginning (base 36), the rest of the word, and its weight unless that is 0: `0event2`, `5s` are
 * `event` of weight 2 and `events`. `readWords` in `word-list.client.ts` reads it.
 */
export function wordList(weights: ReadonlyMap<string, number>): string {
  let before = '';
  return (
    [...weights]
      // A long plural beside its singular would only cost bytes: `isKnown` knows it. A short one may be what was meant.
      .filter(([word]) => !(/.{7}[^s]s$/.test(word) && weights.has(word.slice(0, -1))))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([word, weight]) => {
        let shared = 0;
        while (shared < 35 && shared < before.length && before[shared] === word[shared]) shared += 1;
        before = word;
        // A digit at the end of a word would be read as a weight.
        return shared.toString(36) + word.slice(shared) + (weight || /\d$/.test(word) ? weight : '');
      })
      .join('\n')
  );
}
