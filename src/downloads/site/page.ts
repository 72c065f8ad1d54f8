import type { Element, Root } from 'hast';
import { elementsIn, h, replaceElements, textOf, writeHtml, type Replacement } from '../html.ts';
import { relative, type Addresses } from './addresses.ts';
import { lighten } from './lighten.ts';
import type { Shared } from './shared.ts';
import { isWebOnly, WEB_ONLY_MODULE } from './web-only.ts';

/** The classic script that stands in for all modules, in the root of the folder. */
export const SCRIPT = 'site.js';

/** What of `<link>` and `<meta>` a page needs that is read from a folder. The rest speaks to search engines, networks and installers. */
const LINKS = new Set(['stylesheet', 'icon', 'canonical']);
const METAS = new Set(['viewport', 'color-scheme', 'theme-color', 'description']);

/**
 * Makes a page open from `file://`, where browsers load no modules and know no root folder: addresses become relative, what many pages
 * have alike becomes a file, modules are named for the one script that holds them.
 *
 * @param page its path, such as `event-loop/phases/index.html`
 * @throws Error when it loads something that is not there
 */
export function fitForFolder(tree: Root, page: string, addresses: Addresses, shared: Shared): void {
  const modules: string[] = [];
  const root = (file: string): string => relative(page, file);

  replaceElements(tree, (element): Replacement => {
    const { tagName, properties } = element;
    if (isWebOnly(element)) return [];
    if (tagName === 'template') return [h('script', { src: root(shared.script(inserting(element))) })];
    if (tagName === 'meta') return 'charSet' in properties || METAS.has(String(properties['name'])) ? undefined : [];
    if (tagName === 'link') return keepLink(element, page, addresses);
    if (tagName === 'style') return [h('link', { rel: ['stylesheet'], href: root(shared.style(textOf(element), page, addresses)) })];
    if (tagName === 'script') {
      const type = String(properties['type'] ?? '');
      if (type === 'application/json') return undefined;
      if (type === 'module' && !WEB_ONLY_MODULE.test(String(properties['src'])))
        modules.push(shared.module(properties['src'] as string | undefined, textOf(element), page));
      else if (type === '' && !properties['src']) return [h('script', { src: root(shared.script(textOf(element))) })];
      return [];
    }
    if (typeof properties['href'] === 'string' && tagName === 'a') properties['href'] = addresses.link(properties['href'], page);
    if (typeof properties['src'] === 'string') properties['src'] = addresses.asset(properties['src'], page);
    lighten(element, shared.scopes);
    return undefined;
  });

  const [body] = elementsIn(tree, (element) => element.tagName === 'body');
  if (!body) throw new Error(`${page} has no <body>.`);
  body.children.push(h('script', { src: root(SCRIPT), defer: true, dataModules: [...new Set(modules)].join(' ') }));
}

/** A script that puts a template where it stands: only scripts use one, and the same stands in every page. */
const inserting = (template: Element): string =>
  `document.currentScript.insertAdjacentHTML('afterend',${JSON.stringify(writeHtml({ type: 'root', children: [template] }))})`;

function keepLink({ properties }: Element, page: string, addresses: Addresses): Replacement {
  const rels = [properties['rel']].flat().map(String);
  if (!rels.some((rel) => LINKS.has(rel))) return [];
  if (!rels.includes('canonical')) properties['href'] = addresses.asset(String(properties['href']), page);
  return undefined;
}
