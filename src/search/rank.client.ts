import type { Page } from './catalogue.client.ts';
import type { Names } from './corrector.client.ts';
import { plainWords } from './stem.client.ts';
import { alike } from './synonyms.client.ts';
import { meaningful } from './words.client.ts';

/** A page that Pagefind found, and how well it fits among those of the same search. */
export interface Scored {
  id: string;
  score: number;
}

/** What the index knows about a query. */
export interface Evidence {
  /** The pages that have all words. */
  all: readonly Scored[];
  /** For each word the pages that have it; empty when the query is a single word or a quoted phrase. */
  each: readonly (readonly Scored[])[];
}

export interface Ranked {
  page: Page;
  /** Whether the page has all words of the query. */
  whole: boolean;
}

export interface Ranker extends Names {
  /** The pages to show for a query, best first. */
  rank(query: string, found: Evidence): Ranked[];
}

/**
 * How much the title or an alias counts against the text, which counts up to 2 for a page with all words and up to 1 for another.
 * Chosen with `npm run search:eval` on the queries that are not held out; anything between 2 and 5 does nearly as well.
 */
const NAME_WEIGHT = 4;
/** An alias counts a little less than the title that people see. */
const ALIAS_WEIGHT = 0.8;
/** How much it counts which part of the query all names of the page say together: few people type a name as it stands. */
const TOGETHER_WEIGHT = 5;
/** How much a word of a name counts that another word is meant by. */
const SYNONYM = 0.9;
/** A page without one of the words is shown beside pages that have all when a name of it says this much of the query. */
const NAMED_ENOUGH = 0.2;
/** Where fewer pages than this have all words, those with most of them are shown too. */
const FEW = 5;
/** How much of the query, by the weight of its words, a page must have to be shown then. */
const MOST = 0.35;

/** The words of a name or a query that count, or all of them when none does. */
function telling(text: string, humps: ReadonlyMap<string, string>): string[] {
  return plainWords(meaningful(`${text} `).replace(/[\w$]+/g, (word) => humps.get(word.toLowerCase()) ?? word));
}

/**
 * Orders pages by their names and their texts. Pagefind orders by the text, in which a title of nine words that has both words of
 * the query counts as much as one of two; and it wants every word on the page.
 */
export function ranker(pages: readonly Page[]): Ranker {
  // `nexttick` is typed for `nextTick`, `next_tick` and `next tick`: all are compared as two words.
  const humps = new Map<string, string>();
  for (const { title, aliases } of pages)
    for (const name of [title, ...aliases])
      for (const [joined] of name.matchAll(/\w*(?:[a-z\d][A-Z]|\w_\w)\w*/g)) humps.set(joined.toLowerCase(), plainWords(joined).join(' '));

  const names = new Map(
    pages.map((page) => {
      const [title, ...aliases] = [page.title, ...page.aliases].map((name) => telling(name, humps));
      return [page.id, { page, title: title!, aliases, all: [...new Set([title!, ...aliases].flat())] }];
    }),
  );
  const pagesWith = new Map<string, number>();
  for (const { all } of names.values()) for (const word of all) pagesWith.set(word, (pagesWith.get(word) ?? 0) + 1);
  /** How telling words are together: a word in the names of few pages tells more. */
  const weight = (words: readonly string[]): number => words.reduce((sum, word) => sum + Math.log(1 + pages.length / (pagesWith.get(word) ?? 1)), 0);

  /** The part of the words, by their weight, that the others say too. */
  const part = (words: readonly string[], same: (word: string) => number): number =>
    words.reduce((sum, word) => sum + weight([word]) * same(word), 0) / weight(words);
  const asked = (query: readonly string[], name: readonly string[]): number => part(query, (word) => most(name, (other) => sameness(other, word)));
  const answered = (name: readonly string[], query: readonly string[]): number => part(name, (word) => most(query, (other) => sameness(word, other)));

  /** 1 when the query and the name are the same words, less for each word that only one of them has. */
  const likeness = (query: readonly string[], name: readonly string[]): number => {
    const said = asked(query, name);
    return said > 0 ? (said * (1 + answered(name, query))) / 2 : 0;
  };

  const said = pages.flatMap(({ title, aliases }) => [title, ...aliases].map((name) => ` ${name.toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, ' ')} `));
  const say: Names['say'] = (words) => said.some((name) => name.includes(` ${words} `));

  const together: Names['together'] = (a, b) => {
    const [one, other] = [telling(a, humps), telling(b, humps)];
    return [...names.values()].some(({ title, aliases }) => [title, ...aliases].some((name) => name.includes(one[0]!) && name.includes(other[0]!)));
  };

  const rank: Ranker['rank'] = (query, { all, each }) => {
    const words = telling(query, humps);
    const texts = new Map<string, number>();
    const parts = partsFound(each, pages.length);
    for (const [id, part] of parts) texts.set(id, part);
    const best = Math.max(...all.map(({ score }) => score));
    for (const { id, score } of all) texts.set(id, 1 + score / best);

    return [...texts]
      .flatMap(([id, text]) => {
        const named = names.get(id);
        if (!named) return [];
        const name = Math.max(likeness(words, named.title), ...named.aliases.map((alias) => ALIAS_WEIGHT * likeness(words, alias)));
        const whole = text >= 1;
        const shown = whole || name >= NAMED_ENOUGH || (all.length < FEW && text >= MOST);
        return shown ? [{ page: named.page, whole, score: text + NAME_WEIGHT * name + TOGETHER_WEIGHT * asked(words, named.all) }] : [];
      })
      .sort((a, b) => b.score - a.score);
  };
  return { rank, together, say };
}

/** Whether a word is this one or begins with it: `expres` is `express`, and what is typed may be on its way. */
const begins = (word: string, beginning: string): boolean => word === beginning || (beginning.length >= 4 && word.startsWith(beginning));

/** How much a word of a name counts for a word of the query. */
const sameness = (word: string, typed: string): number => (begins(word, typed) ? 1 : alike(word, typed) ? SYNONYM : 0);

function most(words: readonly string[], same: (word: string) => number): number {
  let best = 0;
  for (const word of words) if ((best = Math.max(best, same(word))) === 1) break;
  return best;
}

/** For each page the part of the query's words that it has, from 0 to just under 1; a word that few pages have counts more. */
function partsFound(each: Evidence['each'], pages: number): Map<string, number> {
  const weights = each.map((hits) => Math.log(1 + pages / (hits.length || 1)));
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = new Map<string, number>();
  each.forEach((hits, i) => {
    const best = Math.max(...hits.map(({ score }) => score));
    // Within one word, a page that is about it is better than one that mentions it.
    for (const { id, score } of hits) parts.set(id, (parts.get(id) ?? 0) + (weights[i]! / sum) * (0.7 + (0.29 * score) / best));
  });
  return parts;
}
