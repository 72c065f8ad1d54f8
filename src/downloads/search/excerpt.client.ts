/** Characters of an excerpt, about three lines. */
const LENGTH = 210;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Finds these words, also as parts of a name such as `setTimeout`; null when there are none. */
export function wordsPattern(words: readonly string[]): RegExp | null {
  if (words.length === 0) return null;
  const longestFirst = [...words].sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])|(?<=\\p{Ll})(?:${longestFirst.join('|')})(?!\\p{Ll})`, 'giu');
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
