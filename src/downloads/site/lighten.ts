import type { Element } from 'hast';
import { elementsIn, hasClass, textOf, type Replacement } from '../html.ts';
import type { Shared } from './shared.ts';

/** Takes out of an element what a page in a folder can do without and looks and works the same: a third of the whole. */
export function lighten(element: Element, shared: Shared): Replacement {
  const { tagName, properties, children } = element;
  const { style, className } = properties;
  if (tagName === 'figure') lightenCopy(element);
  if (typeof style === 'string' && COLOURS.test(style)) {
    // A word in the colour that code has anyway.
    if (tagName === 'span' && style.toLowerCase() === shared.plainColours && !className) return children;
    // Still a `style` that begins with `--`, because the rules of Expressive Code look for one. A sheet says what it means.
    properties['style'] = `--${shared.colours(style)}`;
  }
  if (!Array.isArray(className)) return;
  const known = className.filter((name) => !SCOPE.test(String(name)) || shared.scopes.has(String(name)));
  if (known.length < className.length) properties['className'] = known.length > 0 ? known : undefined;
}

/** What Expressive Code writes on every word: its colour in the dark and in the light theme. */
const COLOURS = /^--0:#\w+;--1:#\w+$/;

/** A class of Astro's scoped styles. It stands on every element of a component, whether a rule names it or not. */
const SCOPE = /^astro-\w{8}$/;

/** A copy button carries the program a second time: `start.client.ts` takes it from the lines instead. */
function lightenCopy(figure: Element): void {
  for (const button of elementsIn(figure, ({ tagName, properties }) => tagName === 'button' && 'dataCode' in properties)) {
    const lines = elementsIn(figure, (element) => element.tagName === 'div' && hasClass(element, 'code'));
    // As Expressive Code writes it: lines end with U+007F.
    if (lines.map((line) => textOf(line).replace(/\n$/, '')).join('\u007f') === button.properties['dataCode']) delete button.properties['dataCode'];
  }
}
