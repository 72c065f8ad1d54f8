import { calloutsOf } from './callouts.ts';
import { parseMdx } from './codes.ts';
import type { Node } from './tree.ts';

/** The claims that a page refutes, in its order, each with the id of its refutation. */
export function claimsOf(source: string): { claim: string; id: string }[] {
  return calloutsOf(parseMdx(source) as Node).flatMap(({ word, about, id }) => (word === 'Myth' && about !== undefined ? { claim: about, id } : []));
}
