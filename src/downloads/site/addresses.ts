import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { redirectTarget } from '../../share/redirect-target.ts';
import { fileOf, type BuiltSite } from '../built-site.ts';

/** Files that a page loads. Everything else that is not a page stays on the web. */
const LOADED = /\.(css|svg|png|jpe?g|webp|avif|gif|woff2?|ttf)$/;

/** Where the addresses of the site lead when its pages lie in a folder. */
export class Addresses {
  /** Files beside the pages that are needed, relative to the root. */
  readonly assets = new Set<string>();
  private readonly redirects = new Map<string, URL | null>();
  private readonly site: BuiltSite;
  private readonly pages: ReadonlySet<string>;

  /** @param pages the pages that come along, such as `event-loop/phases/index.html` */
  constructor(site: BuiltSite, pages: ReadonlySet<string>) {
    this.site = site;
    this.pages = pages;
  }

  /** What a link on a page leads to: a page or file that comes along, else the site on the web. */
  link(href: string, page: string): string {
    if (href.startsWith('#') || /^[a-z][\w+.-]*:|^\/\//i.test(href)) return href;
    const to = new URL(href, addressOf(this.site, page));
    const file = this.target(to);
    if (file === null || !this.pages.has(file)) return to.href;
    return relative(page, file) + to.search + to.hash;
  }

  /** The path of a file that a page loads. Notes that it is needed. @throws Error when there is no such file */
  asset(src: string, page: string): string {
    if (/^(data|https?):/.test(src)) return src;
    const file = fileOf(this.site, new URL(src, addressOf(this.site, page)));
    if (file === null || !LOADED.test(file))
      throw new Error(`${page} loads ${src}, which is not a file of the built site, or not one that can be loaded from a folder.`);
    this.assets.add(file);
    return relative(page, file);
  }

  /** The page behind an address, also when another page only sends readers on. */
  private target(address: URL): string | null {
    const file = fileOf(this.site, address);
    if (file === null || this.pages.has(file) || !file.endsWith('.html')) return file;
    if (!this.redirects.has(file)) this.redirects.set(file, redirectOf(readFileSync(join(this.site.dist, file), 'utf8'), address));
    const on = this.redirects.get(file);
    return on ? fileOf(this.site, on) : file;
  }
}

/** Where a page is served: `event-loop/phases/index.html` → `…/event-loop/phases/`. */
export const addressOf = ({ home }: BuiltSite, file: string): URL => new URL(file.replace(/(^|\/)index\.html$/, '$1'), home);

/** The way from one file to another. */
export const relative = (from: string, to: string): string => posix.relative(posix.dirname(from), to);

/** Where a page sends its readers on to, or null when it is a page of its own. */
export function redirectOf(html: string, address: URL): URL | null {
  const to = redirectTarget(html);
  return to ? new URL(to, address) : null;
}
