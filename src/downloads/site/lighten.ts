import type { Element } from 'hast';
import { elementsIn, hasClass, textOf } from '../html.ts';

/** Takes out of an element what a page in a folder can do without and looks and works the same. @param scopes classes that a sheet knows */
export function lighten(element: Element, scopes: ReadonlySet<string>): void {
  const { tagName, properties } = element;
  const { className } = properties;
  if (tagName === 'figure') lightenCopy(element);
  if (!Array.isArray(className)) return;
  const known = className.filter((name) => !SCOPE.test(String(name)) || scopes.has(String(name)));
  if (known.length < className.length) properties['className'] = known.length > 0 ? known : undefined;
}

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
