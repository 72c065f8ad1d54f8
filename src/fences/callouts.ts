import { attribute, walk, type Node } from './tree.ts';

/** The words for authors to which a link can point, and the attribute that says in words what each is about. */
const CALLOUTS = { Myth: 'claim', Pitfall: 'title', Predict: 'question', Say: null, Senior: null } as const;

/** The name of such a word. */
export type CalloutWord = keyof typeof CALLOUTS;

/** A word to which a link can point, with the id it has on its page. */
export interface Callout {
  word: CalloutWord;
  /** Its claim, title or question; undefined where there is none. */
  about: string | undefined;
  id: string;
  node: Node;
}

/**
 * The id of a callout on its page: its kind and the first six words of what it is about, so that a link survives a better wording of
 * the rest. One without such words stands once on a page, and its kind is enough. A number would change when another is put before it.
 *
 * @param about its claim, title or question
 */
export function calloutId(word: CalloutWord, about?: string): string {
  const words = about?.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return [word.toLowerCase(), ...words.slice(0, 6)].join('-');
}

/** The callouts of a page in its order. An author's `id` keeps the address of one whose first words have changed. */
export function calloutsOf(tree: Node): Callout[] {
  return [...walk(tree)].flatMap((node) => {
    const word = node.name ?? '';
    if (!node.type.startsWith('mdxJsx') || !isCallout(word)) return [];
    const about = CALLOUTS[word] === null ? undefined : attribute(node, CALLOUTS[word]);
    return { word, about, id: attribute(node, 'id') ?? calloutId(word, about), node };
  });
}

const isCallout = (name: string): name is CalloutWord => Object.hasOwn(CALLOUTS, name);
