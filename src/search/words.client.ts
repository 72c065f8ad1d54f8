/** The query parameter that carries the words to `marks.client.ts` on the page one lands on. `launcher.client.ts` looks for it too. */
export const MARK_PARAM = 'mark';

/**
 * Words people type around what they look for. Pagefind wants every word of a query on the page, and takes each as the beginning
 * of a word (`a` finds `async`), so these would hide good answers and blur the order. Words of the language (`then`, `this`) stay.
 */
const FILLERS = new Set(
  (
    'a about an and are as at be between by can could difference differ do does explain for from give happens how i if in interview is it its js me mean means my ' +
    'node.js nodejs of on or question should tell than that the their them there these they to us use using versus vs was we what when ' +
    'where which who why will with would you your'
  ).split(' '),
);

const isFiller = (word: string): boolean => FILLERS.has(word.toLowerCase().replace(/[?!.,:;]+$/, ''));

/** Punctuation between two names. The pages are cut at the same places for the index: see `separate-names.ts`. */
const JOINTS = /(?<=[\p{L}\p{N}_$]{2})[.()[\]{}:,;=/-]+['"`]*(?=[\p{L}_$]{2})/gu;

/** The name of what all pages are about: behind other words, and not the beginning of another one. */
const RUNTIME = /\bnode(?:\.|\s?)js[?!.]*$/i;

/**
 * The words of a query that say what is looked for: `what is the difference between fs.readFile and b` → `fs readFile b`.
 * A quoted phrase keeps all its words, and so does a query of nothing but fillers.
 */
export function meaningful(query: string): string {
  const words = query.trim().split(/\s+/);
  // The last word may still be on its way: `in` becomes `inspect`.
  const unfinished = /\S$/.test(query) && !RUNTIME.test(query) ? words.length - 1 : -1;
  const kept = words[0]!.startsWith('"') ? words : words.filter((word, i) => i === unfinished || !isFiller(word));
  return (kept.length > 0 ? kept : words).join(' ').replace(JOINTS, ' ');
}

/** The same query with one word less, for each word of two to four. */
export function withoutOne(query: string): string[] {
  const words = query.replaceAll('"', '').split(' ');
  return words.length < 2 || words.length > 4 ? [] : words.map((_, i) => words.filter((_, k) => k !== i).join(' '));
}

/** The words of an address, to look up what it might have meant: `/event-loop/phases.html` → `event loop phases`. */
export function wordsOfAddress(path: string): string {
  let text = path;
  try {
    text = decodeURIComponent(path);
  } catch {
    // A broken escape is searched for as it stands.
  }
  return text
    .replace(/\.(html?|php|aspx?|md)$/i, '')
    .split(/[^\p{L}\p{N}_]+/u)
    .filter(Boolean)
    .slice(0, 8)
    .join(' ');
}

const eitherCase = (stem: string): string =>
  stem.replace(/./gu, (c) => (/\p{L}/u.test(c) ? `[${c.toLowerCase()}${c.toUpperCase()}]` : /[\\^$.*+?()[\]{}|/]/.test(c) ? `\\${c}` : c));

/**
 * Finds the words of a query in a text as the search does: also as the beginning of a word, or of a hump in `camelCase`.
 * @returns null when there is nothing to find
 */
export function matcher(query: string): RegExp | null {
  const stems = meaningful(`${query} `)
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|["'`.,:;!?)]+$/gu, ''))
    .filter((word) => word.length > 1)
    // In the main what Pagefind's stemmer does: `promises` finds `promise`, `blocking` finds `blocks`.
    .map((word) => (word.length > 4 ? word.replace(/(?:ing|ed|es|s|e)$/, '') : word));
  if (stems.length === 0) return null;
  const patterns = stems.flatMap((stem) => [
    `(?<![\\p{L}\\p{N}])${eitherCase(stem)}`,
    `(?<=[\\p{Ll}\\p{N}])${stem[0]!.toUpperCase()}${eitherCase(stem.slice(1))}`,
  ]);
  return new RegExp(`(?:${patterns.join('|')})[\\p{L}\\p{N}]*`, 'gu');
}
