import { parseMdx } from './codes.ts';
import { attribute, components, type Node } from './tree.ts';

/** The names in `of`: several are the same program, run under each of them. */
export const namesIn = (of: string): string[] => of.split(' ').filter(Boolean);

/** The players of a page in its order, each with the names of what it plays. */
export function playersOf(source: string): string[][] {
  return components(parseMdx(source) as Node, 'Trace').map((trace) => namesIn(attribute(trace, 'of') ?? ''));
}
