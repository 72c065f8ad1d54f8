/** A blank that Pagefind takes for the end of a word, behind an invisible word joiner by which `result.client.ts` knows and removes it. */
export const CUT = '\u2060 ';

/** Tags that do not end a word: the colours of a program stand in one span per token. */
const INLINE = /^<\/?(?:span|code|em|strong|a|b|i|mark|kbd)\b/;

/** A tag with its attributes, which may hold `>` in quotes. */
const TAGS = /(<(?:"[^"]*"|'[^']*'|[^'">])+>)/;

/** The one attribute that is text to be found, see `PageTitle.astro`. */
const ALIASES = /(?<= data-aliases=)"[^"]*"/;

/** Where a name begins right behind another one: `process.·nextTick`, `fs/·promises`, `event-·loop`. Not inside `I/O` or `don't`. */
const NEXT_NAME = /(?<=[\p{L}\p{N}_$]{2}[.()[\]{}:,;=/-]+['"`]*)(?=[\p{L}_$]{2})/gu;

/**
 * Sets names that are joined by punctuation apart, for the index only.
 *
 * Pagefind indexes `process.nextTick` as `processnexttick`, `process`, `next` and `tick`, so that a search for `nextTick` would find
 * none of the places where it is called. And a page that writes `event-loop` in its title would count three matches for "event
 * loop", against two of the page that writes it in two words. `words.client.ts` cuts queries at the same places.
 */
export function separateNames(html: string): string {
  let before = '';
  return html
    .split(TAGS)
    .map((piece) => {
      if (piece.startsWith('<')) {
        if (!INLINE.test(piece)) before = '';
        return piece.replace(ALIASES, (aliases) => aliases.replace(NEXT_NAME, CUT));
      }
      const line = before + piece;
      const apart = line.replace(NEXT_NAME, (_, at: number) => (at >= before.length ? CUT : '')).slice(before.length);
      before = line.slice(-40);
      return apart;
    })
    .join('');
}
