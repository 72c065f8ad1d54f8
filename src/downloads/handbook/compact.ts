import type { Element, ElementContent, Root } from 'hast';
import { elementsIn, h, hasClass, textOf } from '../html.ts';
import { compactDrawing } from './drawing.ts';

/** What a body needs to know of the document it becomes a part of. */
export interface Surroundings {
  /** The address of a link inside the document or on the site. */
  href(href: string): string;
  /** The id of an element inside the document; undefined when no link leads there. */
  id(id: string): string | undefined;
  /** Takes what a script adds when the document is open: a drawing, or all reasons of a list but those that stand there. */
  later(kind: 'drawings' | 'reasons', what: ElementContent[]): void;
  /** The Node lines every program is run on, unless it says otherwise: `22 24 26`. */
  lines: string;
}

const TEXT_ONLY = /^(p|h[1-6]|li|td|th|figcaption|pre|code|a|strong|em|text|title|desc|small|sup|sub|kbd|b|i|s)$/;
/** There are twelve thousand of these. HTML allows `<b>` for what stands out and `<i>` for terms; `styles/answers.css` draws code as code. */
const SHORTER: Readonly<Record<string, string>> = { strong: 'b', code: 'i' };
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
  if (hasClass(node, 'reasons')) return [reasons(node, around)];
  const inside = contents(node, around);
  // A row of `<th>` is the head of its table without saying so.
  if (/^t(head|body)$/.test(tagName)) return inside;
  const id = typeof properties['id'] === 'string' ? around.id(properties['id']) : undefined;
  const kept: Element['properties'] = id === undefined ? {} : { id };
  for (const name of ['colSpan', 'rowSpan', 'start', 'type']) if (properties[name] !== undefined) kept[name] = properties[name];
  if (tagName === 'a') return [h('a', { ...kept, href: around.href(String(properties['href'])) }, ...inside)];
  if (/^h[2-4]$/.test(tagName)) return [h(`h${Number(tagName[1]) + 2}`, kept, ...inside)];
  const kind = CALLOUTS.find((name) => hasClass(node, name));
  if (kind) return [h('aside', { ...kept, className: [kind.slice(0, 2)] }, ...inside)];
  if (hasClass(node, 'label')) return [h('b', {}, ...inside)];
  // All of the line over a whole is bold.
  if (hasClass(node, 'claim', 'headline')) return [h('p', { ...kept, className: ['c'] }, ...inside.flatMap(unlessBold))];
  if (hasClass(node, 'compare', 'versions')) kept['className'] = ['compare'];
  const made = h(SHORTER[tagName] ?? tagName, kept, ...inside);
  return [tagName === 'table' ? h('div', { className: ['wide'] }, made) : made];
}

const isScript = (code: ElementContent): boolean =>
  code.type === 'element' && elementsIn(code, (part) => hasClass(part, 'language-js', 'language-ts')).length > 0;

/** Indented by tabs, which look the same here; the script makes each two blanks again, so that what is copied is what ran. */
const withTabs = (program: string): string => (program.includes('\t') ? program : program.replace(/^(?: {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2)));

const unlessBold = (node: ElementContent): ElementContent[] => (node.type === 'element' && node.tagName === 'b' ? node.children : [node]);

/** A program is its name and its lines, an output its lines: what every program has in common is said once, at the beginning. */
function figure(node: Element, around: Surroundings): ElementContent[] {
  if (hasClass(node, 'diagram')) return drawing(node, around);
  const [code] = node.children.filter((child) => child.type === 'element' && child.tagName === 'pre');
  const text = code ? textOf(code).replace(/\n$/, '') : '';
  const lines = h('pre', {}, { type: 'text', value: code && isScript(code) ? withTabs(text) : text });
  const all = `(Node ${around.lines.replaceAll(' ', ', ')})`;
  if (hasClass(node, 'output')) {
    const label = String(node.properties['dataLabel']).replace(all, '').trim();
    lines.properties['className'] = ['o'];
    return label === 'Output' ? [lines] : [caption(label, 'o'), lines];
  }
  const [said] = node.children.filter((child) => child.type === 'element' && child.tagName === 'figcaption');
  const ran = `ran on Node ${around.lines.replaceAll(' ', ' · ')}`;
  const name = said
    ? textOf(said)
        .replace(ran, '')
        .replace(/[·\s]+$/, '')
    : '';
  return name ? [caption(name, 'n'), lines] : [lines];
}

const caption = (text: string, className: string): Element => h('p', { className: [className] }, { type: 'text', value: text });

/** Its description, until the script puts the drawing there. */
function drawing(figure: Element, around: Surroundings): ElementContent[] {
  const [description] = elementsIn(figure, ({ tagName }) => tagName === 'desc');
  const [said] = elementsIn(figure, ({ tagName }) => tagName === 'figcaption');
  around.later('drawings', [compactDrawing(figure)]);
  return [h('figure', {}, h('p', {}, ...description!.children), h('figcaption', {}, ...said!.children))];
}

/** Why each option is right or wrong, by the letter that the option has above. At first only why one is right; the script adds the others. */
function reasons(list: Element, around: Surroundings): ElementContent {
  const items = list.children.flatMap((item, i): Element[] => {
    if (item.type !== 'element') return [];
    const [head, first, ...rest] = item.children.filter((child) => child.type === 'element');
    const verdict = head!.children[0] as Element;
    const said = first!.tagName === 'p' ? first!.children : [first!];
    return [
      h(
        'li',
        { value: `${i + 1}` },
        ...contents(h('li', {}, verdict, { type: 'text', value: ' ' }, ...said), around),
        ...contents(h('div', {}, ...rest), around),
      ),
    ];
  });
  const isRight = (item: Element): boolean => /^Right/.test(textOf(item));
  around.later(
    'reasons',
    items.filter((item) => !isRight(item)),
  );
  return h('ol', { className: ['r'], type: 'A' }, ...items.filter(isRight));
}
