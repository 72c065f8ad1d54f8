/** Characters of an excerpt, about three lines. */
const LENGTH = 210;

/** A word in either case, to be found in a text that keeps its capitals. */
const eitherCase = (word: string): string =>
  word.replace(/./gu, (c) => (/\p{L}/u.test(c) ? `[${c.toLowerCase()}${c.toUpperCase()}]` : /[\\^$.*+?()[\]{}|/]/.test(c) ? `\\${c}` : c));

/** Finds these words, also as parts of a name such as `setTimeout`; null when there are none. */
export function wordsPattern(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null;
  const longestFirst = [...words].sort((a, b) => b.length - a.length);
  const whole = longestFirst.map(eitherCase).join('|');
  const humps = longestFirst.map((word) => eitherCase(word).replace(/^\[.(.)\]/u, '$1')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${whole})(?![\\p{L}\\p{N}])|(?<=[\\p{Ll}\\p{N}])(?:${humps})(?!\\p{Ll})`, 'gu');
}

/** How often any of the words stands in a text. */
export const countIn = (text: string, words: RegExp | null): number => (words ? [...text.matchAll(words)].length : 0);

/** The text around the first of the words, or its beginning, cut between words. */
export function excerptOf(text: string, words: RegExp | null): string {
  const at = words ? Math.max(0, text.search(words)) : 0;
  const from = at < LENGTH / 2 ? 0 : text.indexOf(' ', at - LENGTH / 3) + 1;
  const end = text.indexOf(' ', from + LENGTH);
  const to = end < 0 ? text.length : end;
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}

/** A text in pieces: every other one, from the second on, is one of the words. */
export function splitAtWords(text: string, words: RegExp | null): string[] {
  return words ? text.split(new RegExp(`(${words.source})`, words.flags)) : [text];
}
