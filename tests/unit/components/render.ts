import { select, selectAll, toText, type Element, type Root } from '@astrojs/starlight/expressive-code/hast';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { htmlToHast } from 'satteri';

/** A rendered component, to be looked at by CSS selectors. */
export interface Rendered {
  html: string;
  /** The first match; fails the test when there is none. */
  one(selector: string): Element;
  all(selector: string): Element[];
  /** Text of every match. */
  texts(selector: string): string[];
  has(selector: string): boolean;
}

const container = await AstroContainer.create();

/** Renders a word as a page would. @param inside the HTML between its tags @param route what a word may know of its page */
export async function render(component: unknown, props: Record<string, unknown> = {}, inside = '', route?: object): Promise<Rendered> {
  const html = await container.renderToString(component as AstroComponentFactory, {
    props,
    slots: { default: inside },
    locals: { starlightRoute: route } as App.Locals,
  });
  const tree = htmlToHast(html) as Root;
  return {
    html,
    one(selector) {
      const found = select(selector, tree);
      if (!found) throw new Error(`Nothing matches ${selector} in:\n${html}`);
      return found;
    },
    all: (selector) => selectAll(selector, tree),
    texts: (selector) => selectAll(selector, tree).map((element) => toText(element).trim()),
    has: (selector) => select(selector, tree) !== undefined,
  };
}
