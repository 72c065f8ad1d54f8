import { parseMdx } from './codes.ts';
import { attribute, components, type Node } from './tree.ts';

/** The programs of a page that are played there, by name, in its order. */
export function tracesOf(source: string): string[] {
  return components(parseMdx(source) as Node, 'Trace').flatMap((trace) => attribute(trace, 'of') ?? []);
}
