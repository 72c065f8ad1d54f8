import { isForeign } from './foreign.client.ts';
import { isBeginning, isKnown, isWord, type Words } from './word-list.client.ts';

/** Letters that a word of this length may differ by. */
const MAX_EDITS = (letters: number): number => (letters > 6 ? 2 : 1);

/** What an edit costs against the weight of a word, from 0 to 9: a nearer word wins, and among words as near the one that is meant more often. */
const PER_EDIT = 10;
const OTHER_FIRST_LETTER = 3;
/** What it gains when a page is called by it and another word of the query: of `event sorcing`, `sourcing` rather than `forcing`. */
const SAID_TOGETHER = 5;

/** What the names of pages say about words. */
export interface Names {
  /** Whether two words stand in one name, in any order. */
  together(a: string, b: string): boolean;
  /** Whether a name has these words, one behind the other. */
  say(words: string): boolean;
}

/**
 * The least weight of a word that another is corrected to. A word on fewer than four pages and in no name has less than 2, and is seldom
 * meant by who writes it otherwise; but a short word that the site lacks is nearly always a letter from one (`raft`, `draft`).
 */
const minWeight = (letters: number, distance: number): number => (distance > 1 ? 2 : 0) + (letters < 8 ? 2 : 0);

const NO_NAMES: Names = { together: () => false, say: () => false };

/**
 * The number of letters inserted, left out, replaced or swapped with the next between two words (optimal string alignment).
 * @returns more than `max` as soon as it cannot be less
 */
export function edits(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, beforeLast[j - 2]! + 1);
      row.push(least);
    }
    if (Math.min(...row) > max) return max + 1;
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}

/** How much likelier two words must be than one that the site has as well: `eventLoop` is a variable in a program or two. */
const APART_LIKELIER = 4;

/**
 * Two words of the site that stand here as one: `eventloop`. A word that the site has is set apart only when a page is called by the
 * two: `readline` and `filename` are words, however often the site says `read` and `line`.
 */
function apart(word: string, { weights }: Words, names: Names): string | undefined {
  const weight = weights.get(word);
  for (let at = 4; at <= word.length - 4; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    const likely = Math.min(...parts.map((part) => weights.get(part) ?? -1));
    if (likely < 0) continue;
    const two = parts.join(' ');
    if (weight === undefined || (likely >= weight + APART_LIKELIER && names.say(two))) return two;
  }
  return undefined;
}

function nearest(word: string, others: readonly string[], { weights }: Words, max: number, names: Names, keepFirst: boolean): string | undefined {
  let best: { word: string; cost: number } | undefined;
  for (const [candidate, weight] of weights) {
    if (keepFirst && candidate[0] !== word[0]) continue;
    const distance = edits(word, candidate, max);
    if (distance > max || weight < minWeight(word.length, distance) || (distance > 1 && candidate[0] !== word[0])) continue;
    const expected = others.some((other) => names.together(candidate, other)) ? SAID_TOGETHER : 0;
    const cost = distance * PER_EDIT - weight - expected + (candidate[0] === word[0] ? 0 : OTHER_FIRST_LETTER);
    if (!best || cost < best.cost) best = { word: candidate, cost };
  }
  return best?.word;
}

export interface Correction {
  /** The query with its unknown words replaced by the nearest of the site, as far as there are any. */
  query: string;
  /** Words of the query that the site does not have, nor anything like them. */
  missing: string[];
}

/** A name between punctuation, so that of `fs.raedFile` only the second is replaced. `doesn't` is one, and no word. */
const NAME = /[\p{L}\p{N}](?:(?:[\p{L}\p{N}_$]|['’](?=\p{L}))*[\p{L}\p{N}])?/gu;

/**
 * Corrects the words of a query that the site does not have. Its words stay as they are, and so do numbers, short words, and the
 * beginning of a word at the end of the query, which may still be on its way.
 */
export function correct(query: string, words: Words, names: Names = NO_NAMES): Correction {
  const missing: string[] = [];
  const typedWords = query.match(NAME) ?? [];
  const corrected = query.replace(NAME, (typed, at: number) => {
    const word = typed.toLowerCase();
    if (!isWord(word)) return typed;
    const two = apart(word, words, names);
    if (isForeign(word)) {
      if (!isKnown(word, words) && !isBeginning(word, words)) missing.push(typed);
      return typed;
    }
    // Who types `writeFile` means the function, and not two words.
    if (isKnown(word, words)) return (!/\p{Ll}\p{Lu}/u.test(typed) && two) || typed;
    const closest = (max: number): string | undefined =>
      nearest(
        word,
        typedWords.filter((other) => other !== typed),
        words,
        max,
        names,
        // An error code that the site does not have, `EBUSY`, is not `busy`.
        typed === typed.toUpperCase(),
      );
    if (isBeginning(word, words)) {
      // `expres vs koa` is not about words that begin with `expres`.
      const finished = /^[^_$]/.test(query.slice(at + typed.length));
      return (finished && closest(1)) || typed;
    }
    // `gracefull` is `graceful` with a letter too many, not `grace full`.
    const better = closest(1) ?? two ?? closest(MAX_EDITS(word.length));
    if (!better) missing.push(typed);
    return better ?? typed;
  });
  return { query: corrected, missing };
}
