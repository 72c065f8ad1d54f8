import { readFileSync } from 'node:fs';
import { random, stableHash } from './seeded.ts';
import { mistype } from './typos.ts';

export const KINDS = ['error', 'api', 'symptom', 'comparison', 'concept', 'howto', 'abbreviation', 'typo'] as const;
/** `made typo`: a query of another kind with a typo put in by the machine. */
export type Kind = (typeof KINDS)[number] | 'made typo';

export interface Query {
  kind: Kind;
  /** What is typed. */
  words: string;
  /** Pages that answer it: `segment/slug`. */
  pages: readonly string[];
  /** Whether it belongs to the third that nothing is tuned to. */
  heldOut: boolean;
}

const QUERIES_FILE = new URL('queries.txt', import.meta.url);

/**
 * Reads `queries.txt`: `kind | what is typed | page, page` on each line that is not empty or a remark.
 * @throws Error with the line, when it has another form or a query stands twice
 */
export function parseQueries(text: string, file = 'scripts/search-eval/queries.txt'): Query[] {
  const seen = new Set<string>();
  return text.split('\n').flatMap((line, i) => {
    if (!line.trim() || line.startsWith('#')) return [];
    const fail = (what: string): never => {
      throw new Error(`${file}:${i + 1}: ${what}\n→ write: kind | what is typed | segment/slug, segment/slug`);
    };
    const [kind, words, pages, ...more] = line.split(' | ').map((part) => part.trim());
    if (!kind || !words || !pages || more.length > 0) fail(`three parts with " | " between them are wanted, here is "${line}".`);
    if (!(KINDS as readonly string[]).includes(kind!)) fail(`"${kind}" is no kind; there are ${KINDS.join(', ')}.`);
    if (seen.has(words!)) fail(`"${words}" stands here twice.`);
    seen.add(words!);
    return [{ kind: kind as Kind, words: words!, pages: pages!.split(',').map((page) => page.trim()), heldOut: stableHash(words!) % 3 === 0 }];
  });
}

export const readQueries = (): Query[] => parseQueries(readFileSync(QUERIES_FILE, 'utf8'), 'scripts/search-eval/queries.txt');

/** Each query without a typo again, with one in its longest word: always the same one. Queries of short words have none. */
export function withTypos(queries: readonly Query[]): Query[] {
  return queries
    .filter(({ kind }) => kind !== 'typo')
    .flatMap((query) => {
      const words = mistype(query.words, random(stableHash(query.words)));
      return words ? [{ ...query, kind: 'made typo' as const, words }] : [];
    });
}
