import type { Kind, Query } from './queries.ts';

/** How many results count. */
export const DEPTH = 10;

export interface Answered extends Query {
  /** The pages that came, best first: `segment/slug`. */
  found: readonly string[];
}

export interface Score {
  queries: number;
  /** Mean of 1 / place of the first right page, 0 when it is not among the first ten. */
  mrr: number;
  /** The part of the queries whose first result is right, and of those with a right one among the first three. */
  first: number;
  three: number;
}

/** Where the first right page stands, from 1. @returns Infinity when it is not among the first ten */
export function place({ found, pages }: Answered): number {
  const at = found.slice(0, DEPTH).findIndex((page) => pages.includes(page));
  return at < 0 ? Infinity : at + 1;
}

export function score(answered: readonly Answered[]): Score {
  const places = answered.map(place);
  const part = (within: number): number => places.filter((at) => at <= within).length / places.length;
  return { queries: places.length, mrr: places.reduce((sum, at) => sum + 1 / at, 0) / places.length, first: part(1), three: part(3) };
}

const isTypo = (kind: Kind): boolean => kind === 'typo' || kind === 'made typo';

/** The queries without and with typos, which are promised different success. */
export const split = (answered: readonly Answered[]): { clean: Answered[]; typos: Answered[] } => ({
  clean: answered.filter(({ kind }) => !isTypo(kind)),
  typos: answered.filter(({ kind }) => isTypo(kind)),
});
