import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

export { h, hasClass, textIn as textOf } from '../exports/clean/rule.ts';

const parser = unified().use(rehypeParse);
const writer = unified().use(rehypeStringify, { omitOptionalTags: true, collapseEmptyAttributes: true, preferUnquoted: true, quoteSmart: true });

/** An HTML page as a tree. */
export const parseHtml = (html: string): Root => parser.parse(html);

/** A tree as HTML, without the tags and quotes that HTML does not need. */
export const writeHtml = (tree: Root): string => writer.stringify(tree);

/** What a visitor decides about an element: nothing, or what stands in its place. */
export type Replacement = ElementContent[] | void;

/**
 * Visits every element, parents first, and puts what the visitor returns in its place (which is not visited again).
 *
 * @param visit an empty list removes the element
 */
export function replaceElements(parent: Root | Element, visit: (element: Element) => Replacement): void {
  const children: (RootContent | ElementContent)[] = [];
  for (const child of parent.children) {
    if (child.type !== 'element') {
      if (child.type !== 'comment') children.push(child);
      continue;
    }
    const others = visit(child);
    if (others) {
      children.push(...others);
      continue;
    }
    replaceElements(child, visit);
    // What a <template> holds stands apart from its children.
    if (child.content) replaceElements(child.content, visit);
    children.push(child);
  }
  parent.children = children as typeof parent.children;
}

/** All elements below that pass, in the order of the page. */
export function elementsIn(parent: Root | Element, pass: (element: Element) => boolean): Element[] {
  return parent.children.flatMap((child) => (child.type === 'element' ? [...(pass(child) ? [child] : []), ...elementsIn(child, pass)] : []));
}
