import type { Element } from 'hast';
import { select } from 'hast-util-select';
import { h, hasClass, type Rule } from './rule.ts';

/** The size of letters in a drawing at its natural size, in px, as `diagram.css` has it. */
const LETTERS = 13.5;

/** A drawing with its caption. Its size is that of its natural letters. */
export const diagram: Rule = (figure) => {
  if (figure.tagName !== 'figure' || !hasClass(figure, 'diagram')) return null;
  const svg = select('svg', figure);
  const caption = select('figcaption', figure);
  if (!svg || !caption) throw new Error('A figure.diagram has no <svg> or no <figcaption>. They are drawn by src/components/parts/Figure.astro.');
  return [h('figure', { className: ['diagram'] }, sized(svg), h('figcaption', {}, ...caption.children))];
};

function sized(svg: Element): Element {
  const [, , width = 0, height = 0] = String(svg.properties['viewBox']).split(' ').map(Number);
  const scale = parseFloat(String(svg.properties['fontSize'] ?? 1));
  return { ...svg, properties: { ...svg.properties, width: Math.round(width / scale), height: Math.round(height / scale), fontSize: String(LETTERS * scale) } };
}
