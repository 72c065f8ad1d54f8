import type { Element, ElementContent, Root } from 'hast';
import { h, hasClass, textOf } from '../html.ts';
import { compactDrawing } from './drawing.ts';

/** What a body needs to know of the document it becomes a part of. */
export interface Surroundings {
  /** The address of a link inside the document or on the site. */
  href(href: string): string;
  /** The id of an element inside the document; undefined when no link leads there. */
  id(id: string): string | undefined;
  /** The Node lines every program is run on, unless it says otherwise: `22 24 26`. */
  lines: string;
}

const TEXT_ONLY = /^(p|h[1-6]|li|td|th|figcaption|pre|code|a|strong|em|text|title|desc|small|sup|sub|kbd|b|i|s)$/;
const CALLOUTS = ['pitfall', 'myth', 'senior', 'say'];

/**
 * A body as a part of one long document: headings two levels down, as few tags as its meaning needs, since there are 303 of them.
 * Leaves out the steps of recorded runs, which the site plays.
 */
export function compact(body: Root, surroundings: Surroundings): Root {
  return { type: 'root', children: contents(body, surroundings) };
}

function contents(parent: Root | Element, around: Surroundings): ElementContent[] {
  const keepsBlanks = parent.type === 'element' && TEXT_ONLY.test(parent.tagName);
  return parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return child.value.trim() === '' && !keepsBlanks ? [] : [child];
    return child.type === 'element' ? element(child, around) : [];
  });
}

function element(node: Element, around: Surroundings): ElementContent[] {
  const { tagName, properties } = node;
  if (tagName === 'figure') return figure(node, around);
  if (hasClass(node, 'trace')) return [];
  const inside = contents(node, around);
  const id = typeof properties['id'] === 'string' ? around.id(properties['id']) : undefined;
  const kept: Element['properties'] = id === undefined ? {} : { id };
  for (const name of ['colSpan', 'rowSpan', 'start', 'type']) if (properties[name] !== undefined) kept[name] = properties[name];
  if (tagName === 'a') return [h('a', { ...kept, href: around.href(String(properties['href'])) }, ...inside)];
  if (/^h[2-4]$/.test(tagName)) return [h(`h${Number(tagName[1]) + 2}`, kept, ...inside)];
  const kind = CALLOUTS.find((name) => hasClass(node, name));
  if (kind) return [h('aside', { ...kept, className: [kind] }, ...inside)];
  if (hasClass(node, 'label')) return [h('b', {}, ...inside)];
  // The line over a whole in bold; `<strong>` says the same.
  if (hasClass(node, 'claim', 'headline')) kept['className'] = ['c'];
  if (hasClass(node, 'compare', 'versions')) kept['className'] = ['compare'];
  const made = h(tagName, kept, ...inside);
  return [tagName === 'table' ? h('div', { className: ['wide'], tabIndex: 0 }, made) : made];
}

/** A program is its name and its lines, an output its lines: what every program has in common is said once, at the beginning. */
function figure(node: Element, around: Surroundings): ElementContent[] {
  if (hasClass(node, 'diagram')) return [compactDrawing(node)];
  const [code] = node.children.filter((child) => child.type === 'element' && child.tagName === 'pre');
  const lines = h('pre', {}, { type: 'text', value: code ? textOf(code).replace(/\n$/, '') : '' });
  const all = `(Node ${around.lines.replaceAll(' ', ', ')})`;
  if (hasClass(node, 'output')) {
    const label = String(node.properties['dataLabel']).replace(all, '').trim();
    lines.properties['className'] = ['out'];
    return label === 'Output' ? [lines] : [caption(label, 'out'), lines];
  }
  const [said] = node.children.filter((child) => child.type === 'element' && child.tagName === 'figcaption');
  const ran = `ran on Node ${around.lines.replaceAll(' ', ' · ')}`;
  const name = said
    ? textOf(said)
        .replace(ran, '')
        .replace(/[·\s]+$/, '')
    : '';
  return name ? [caption(name, 'name'), lines] : [lines];
}

const caption = (text: string, className: string): Element => h('p', { className: [className] }, { type: 'text', value: text });
