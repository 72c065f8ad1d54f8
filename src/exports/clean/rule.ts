import type { Element, ElementContent, Nodes, Properties } from 'hast';

/** Cleans the children of an element by all rules. */
export type CleanAll = (children: readonly ElementContent[]) => ElementContent[];

/** Says what becomes of an element, or null when it is not concerned. */
export type Rule = (element: Element, cleanAll: CleanAll) => ElementContent[] | null;

/** Whether an element has one of these classes. */
export function hasClass(element: Element, ...names: string[]): boolean {
  const classes = element.properties['className'];
  return Array.isArray(classes) && names.some((name) => classes.includes(name));
}

/** The text in a node, blanks and line ends as they are. */
export function textIn(node: Nodes): string {
  if ('children' in node) return node.children.map(textIn).join('');
  return node.type === 'text' ? node.value : '';
}

const PHRASES = new Set(['a', 'abbr', 'b', 'br', 'code', 'em', 'i', 'kbd', 'mark', 's', 'small', 'strong', 'sub', 'sup']);
const isPhrase = (node: ElementContent): boolean => (node.type === 'element' ? PHRASES.has(node.tagName) : node.type === 'text' && node.value.trim() !== '');

/** The nodes with each run of text and words between the blocks in a paragraph of its own. */
export function inParagraphs(nodes: readonly ElementContent[]): ElementContent[] {
  const blocks: ElementContent[] = [];
  let open: Element | null = null;
  for (const node of nodes) {
    if (isPhrase(node) || (open && node.type === 'text')) {
      if (!open) blocks.push((open = h('p', {})));
      open.children.push(node);
    } else {
      blocks.push(node);
      open = null;
    }
  }
  return blocks;
}

/** An element; a string among the children is text. */
export function h(tagName: string, properties: Properties, ...children: (ElementContent | string)[]): Element {
  return { type: 'element', tagName, properties, children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)) };
}
