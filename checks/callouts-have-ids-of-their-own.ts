import { calloutsOf } from '../src/fences/callouts.ts';
import { lineOf, walk } from '../src/fences/tree.ts';
import type { Page } from './bank.ts';
import type { Check, Finding } from './check.ts';

/** The id of a callout comes from its first words (`src/fences/callouts.ts`): two that begin alike would share an address. */
export const calloutsHaveIdsOfTheirOwn: Check = {
  promise: 'Every callout has an id of its own',
  find: ({ pages }) => pages.flatMap(calloutsIn),
};

function calloutsIn({ path, tree }: Page): Finding[] {
  const seen = new Set([...walk(tree)].flatMap((node) => (node.type === 'heading' ? (node.data?.hProperties?.id ?? []) : [])));
  return calloutsOf(tree).flatMap(({ word, about, id, node }) => {
    const tell = (what: string, repair: string): Finding[] => [{ path, line: lineOf(node), what, repair }];
    const own = `<${word}${about === undefined ? '' : ' …'} id="${word.toLowerCase()}-…">`;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return tell(`the id "${id}" is not plain.`, `Use lower-case letters, digits and hyphens: ${own}`);
    if (seen.has(id)) return tell(`has the id "${id}" of something above it.`, `Give it one that says what it is about: ${own}`);
    seen.add(id);
    return [];
  });
}
