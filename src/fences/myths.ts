import { parseMdx } from './codes.ts';
import { attribute, components, type Node } from './tree.ts';

/** The claims that a page refutes, in its order. */
export function claimsOf(source: string): string[] {
  return components(parseMdx(source) as Node, 'Myth').flatMap((myth) => attribute(myth, 'claim') ?? []);
}

/** The id of a refutation on its page: the first words of the claim, so that a link survives a better wording of the rest. */
export function mythId(claim: string): string {
  const words = claim.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return ['myth', ...words.slice(0, 6)].join('-');
}
