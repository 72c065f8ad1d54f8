import type { Element, Root } from 'hast';
import { elementsIn, hasClass, textOf } from '../html.ts';
import type { PageText, PartText } from './search-data.ts';

const NAME = /[\p{L}_$][\p{L}\p{N}_$]{2,}/gu;
const BLOCK = /^(p|li|h[1-6]|pre|div|figure|figcaption|table|tr|td|th|section|aside|details|summary|blockquote|dt|dd)$/;
const HEADING = /^h[1-6]$/;

/**
 * What the search finds on a page, by heading: the same parts that the index of the site takes, said by the same attributes
 * (`data-pagefind-body`, `-ignore`, `-filter`, `-meta`). Of programs only the names that the prose does not have, each once: whole
 * programs would make this half as large again, and an excerpt from one says little.
 *
 * @returns null for a page that is not searched
 */
export function textsOf(tree: Root, url: string): PageText | null {
  const [body] = elementsIn(tree, ({ properties }) => 'dataPagefindBody' in properties);
  const [title] = body ? elementsIn(body, ({ tagName }) => tagName === 'h1') : [];
  if (!body || !title) return null;

  const filters = new Map(
    elementsIn(body, ({ properties }) => 'dataPagefindFilter' in properties).map((element) => {
      const [name = '', ...value] = String(element.properties['dataPagefindFilter']).split(':');
      return [name, value.join(':') || textOf(element)];
    }),
  );
  const aliases = elementsIn(body, ({ properties }) => 'dataAliases' in properties).map(({ properties }) => String(properties['dataAliases']));
  const parts = partsOf(body).filter(({ text }) => text !== '');
  return {
    url,
    title: tidy(textOf(title)),
    segment: filters.get('segment') ?? '',
    level: filters.get('level') ?? '',
    aliases: aliases.join(' '),
    names: namesIn(body, new Set(parts.flatMap(({ heading, text }) => `${heading} ${text}`.match(NAME) ?? []))),
    parts,
  };
}

function partsOf(body: Element): PartText[] {
  const parts: PartText[] = [{ anchor: '', heading: '', text: '' }];
  const walk = (parent: Element): void => {
    for (const child of parent.children) {
      if (child.type === 'text') parts.at(-1)!.text += child.value;
      if (child.type !== 'element' || !isRead(child)) continue;
      const id = child.properties['id'];
      if (HEADING.test(child.tagName) && child.tagName !== 'h1' && typeof id === 'string') parts.push({ anchor: id, heading: tidy(textOf(child)), text: '' });
      else if (child.tagName !== 'h1') walk(child);
      if (BLOCK.test(child.tagName)) parts.at(-1)!.text += '\n';
    }
  };
  walk(body);
  return parts.map((part) => ({ ...part, text: tidy(part.text) }));
}

/** The names in the programs of a page, but for those already known. */
function namesIn(body: Element, known: ReadonlySet<string>): string {
  const programs = elementsIn(body, ({ tagName, properties }) => tagName === 'figure' && !('dataPagefindIgnore' in properties));
  const names = programs.flatMap((program) => elementsIn(program, (element) => hasClass(element, 'code')).flatMap((line) => textOf(line).match(NAME) ?? []));
  return [...new Set(names)].filter((name) => !known.has(name)).join(' ');
}

/** Programs are not read here, nor the steps of a recorded run, nor what is there for eyes and hands only. */
const isRead = (element: Element): boolean =>
  !('dataPagefindIgnore' in element.properties) &&
  !/^(pre|script|style|svg|button|template)$/.test(element.tagName) &&
  !hasClass(element, 'sl-anchor-link') &&
  !hasClass(element, 'tp-steps') &&
  !hasClass(element, 'ran');

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
