import type { Element, ElementContent } from 'hast';
import { elementsIn, h, hasClass } from '../html.ts';

/** The classes of the drawings' parts, by one letter each; `styles/drawings.css` draws them, and boxes without one. */
const LETTERS: Readonly<Record<string, string>> = {
  'dg-name': 'n',
  'dg-sub': 's',
  'dg-halo': 'o',
  'dg-hot': 'x',
  'dg-soft': 't',
  'dg-line': 'l',
  'dg-head': 'h',
  'dg-dashed': 'd',
  'dg-life': 'f',
};

/** The drawing of a figure with short names, said to be of its natural width. Arrow heads become markers, which `handbook.html` defines once. */
export function compactDrawing(figure: Element): Element {
  const [svg] = elementsIn(figure, ({ tagName }) => tagName === 'svg');
  const { viewBox, width, fontSize } = svg!.properties;
  return h(
    'svg',
    { viewBox, width, ...(fontSize !== '13.5' && { fontSize }), role: 'img', textAnchor: 'middle' },
    ...withMarkers(svg!.children.filter((node) => !isWords(node)).flatMap(part)),
  );
}

/** The name and the description, which stand beside the drawing. */
const isWords = (node: ElementContent): boolean => node.type === 'element' && /^(title|desc)$/.test(node.tagName);

function part(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return node.type === 'text' && node.value.trim() !== '' ? [node] : [];
  const { className, id: _id, rx, textAnchor, ...rest } = node.properties;
  const letters = [className ?? []].flat().flatMap((name) => LETTERS[String(name)] ?? []);
  const properties: Element['properties'] = {
    ...rest,
    ...(letters.length > 0 && { className: letters }),
    ...(rx !== undefined && !isEight(rx) && { rx }),
    ...(node.tagName === 'text' && textAnchor !== 'middle' && { textAnchor: textAnchor ?? 'start' }),
  };
  return [h(node.tagName, properties, ...node.children.flatMap((child) => (child.type === 'text' ? [child] : part(child))))];
}

/** Boxes are round by 8 in the style sheet. */
const isEight = (rx: unknown): boolean => Number(rx) === 8;

const pathOf = (node: ElementContent | undefined): string => (node?.type === 'element' && node.tagName === 'path' ? String(node.properties['d']) : '');

/** A head drawn at the end of the line before it, as the marker of that line. */
function withMarkers(nodes: ElementContent[]): ElementContent[] {
  const kept: ElementContent[] = [];
  for (const node of nodes) {
    const before = kept.at(-1);
    if (node.type === 'element' && hasClass(node, 'h') && before?.type === 'element' && hasClass(before, 'l')) {
      const [, tip] = /^M\S+ \S+?L(\S+ \S+?)L\S+ \S+$/.exec(pathOf(node)) ?? [];
      if (tip && pathOf(before).endsWith(`L${tip}`)) {
        (before.properties['className'] as string[]).push('a');
        continue;
      }
    }
    kept.push(node);
  }
  return kept;
}
