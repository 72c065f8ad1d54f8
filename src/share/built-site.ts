import { glob, readFile } from 'node:fs/promises';
import type { Element, Nodes, Root } from '@astrojs/starlight/expressive-code/hast';
import { htmlToHast } from 'satteri';
import { redirectTarget } from './redirect-target.ts';

/** What the addresses of a page need to know of it. */
export interface BuiltPage {
  ids: ReadonlySet<string>;
  /** The path of its permanent short address (`a[rel=bookmark]` of `Footer.astro`), or null. */
  short: string | null;
  /** Where it leads when it is only a redirect, or null. */
  leadsTo: string | null;
  /** Its `<meta>`, `<link>` and `<title>`, for a redirect that is to look like it when it is pasted somewhere. */
  head: Element[];
}

/** The pages of a built site. Paths begin and end as on the site (`/event-loop/phases/`), without BASE. */
export interface BuiltSite {
  pages: Map<string, BuiltPage>;
  /** The ids to which some page of the site links, by path: what readers can copy. */
  linked: Map<string, Set<string>>;
}

/** What Starlight's "skip to content" and the top of its table of contents lead to, on every page. */
const TOP = '_top';

/**
 * Reads every page of a built site but the 404 page, which has no address of its own.
 *
 * @param folder where it was built, with a slash at its end or without
 * @param base the path it was built for, `/` or `/bank`
 */
export async function readSite(folder: string, base: string): Promise<BuiltSite> {
  const prefix = base.replace(/\/$/, '');
  const site: BuiltSite = { pages: new Map(), linked: new Map() };
  for await (const file of glob('**/*.html', { cwd: folder })) {
    const path = `/${file.replaceAll('\\', '/')}`.replace(/(?<=\/)index\.html$/, '');
    if (path !== '/404.html') readPage(await readFile(`${folder}/${file}`, 'utf8'), path, prefix, site);
  }
  return site;
}

/** Adds a page to what is known of the site. */
export function readPage(html: string, path: string, prefix: string, { pages, linked }: BuiltSite): void {
  const ids = new Set<string>();
  const page: BuiltPage = { ids, short: null, leadsTo: null, head: [] };
  const inside = (address: string): URL | null => {
    const url = URL.parse(address, `http://site${prefix}${path}`);
    if (url?.host !== 'site' || !url.pathname.startsWith(`${prefix}/`)) return null;
    url.pathname = url.pathname.slice(prefix.length);
    return url;
  };
  const target = redirectTarget(html);
  if (target !== null) page.leadsTo = inside(target)?.pathname ?? null;
  for (const { tagName, properties, element } of elements(htmlToHast(html) as Root)) {
    const { id, href, rel } = properties;
    if (id) ids.add(String(id));
    if (['meta', 'link', 'title'].includes(tagName)) page.head.push(element);
    if (tagName !== 'a' || !href) continue;
    const url = inside(String(href));
    if (url && Array.isArray(rel) && rel.includes('bookmark')) page.short = url.pathname;
    const hash = decodeURIComponent(url?.hash.slice(1) ?? '');
    if (!url || !hash || hash === TOP) continue;
    if (!linked.has(url.pathname)) linked.set(url.pathname, new Set());
    linked.get(url.pathname)!.add(hash);
  }
  pages.set(path, page);
}

/** Every element of a page, except the drawings: they hold many, and no addresses. */
function* elements(node: Nodes): Generator<Element & { element: Element }> {
  if (node.type === 'element') {
    if (node.tagName === 'svg') return;
    yield { ...node, element: node };
  }
  if ('children' in node) for (const child of node.children) yield* elements(child);
}
