import type { Page } from './bank.ts';
import type { Check, Finding } from './check.ts';
import { lineOf, textOf, walk } from '../src/fences/tree.ts';

/** Ids that the page itself uses (`src/starlight`). */
const TAKEN = new Set(['_top', 'asked-next', 'leads-here', 'share-choices', 'short-answer', 'sources', 'starlight__sidebar']);
const LONGEST = 32;

/** An id in the file survives a better wording of its heading; one made from the words would not, and links to it would die. */
export const headingsHaveShortIds: Check = {
  promise: 'Every heading has a short id of its own',
  find: ({ pages }) => pages.flatMap(headingsOf),
};

function headingsOf({ path, tree }: Page): Finding[] {
  const seen = new Set<string>();
  return [...walk(tree)]
    .filter((node) => node.type === 'heading')
    .flatMap((heading) => {
      const words = textOf(heading);
      const id = heading.data?.hProperties?.id;
      const marks = '#'.repeat(heading.depth ?? 2);
      const tell = (what: string, repair: string): Finding[] => [{ path, line: lineOf(heading), what, repair }];
      if (heading.depth === 1) return tell(`"${words}" is a heading of the first level, which only the title is.`, `Write ## ${words}.`);
      if (id === undefined) return tell(`the heading "${words}" has no id.`, `Give it one that will not change: ${marks} ${words} {#${suggest(words)}}`);
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > LONGEST)
        return tell(`the id "${id}" is not short and plain.`, `Use up to ${LONGEST} lower-case letters, digits and hyphens: {#${suggest(words)}}`);
      if (TAKEN.has(id)) return tell(`the id "${id}" is used by the page around the answer.`, `Choose another: {#${suggest(words)}}`);
      if (seen.has(id)) return tell(`the id "${id}" stands twice on this page.`, 'Give each heading its own.');
      seen.add(id);
      return [];
    });
}

/** The first words of a heading as an id. */
function suggest(words: string): string {
  const parts = words.toLowerCase().match(/[a-z0-9]+/g) ?? ['section'];
  return parts.slice(0, 3).join('-').slice(0, LONGEST);
}
