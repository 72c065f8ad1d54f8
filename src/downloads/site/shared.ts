import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, type BuiltSite } from '../built-site.ts';
import { addressOf, type Addresses } from './addresses.ts';

/** A module of the built site: one of its files, or text that stood in a page. */
export type Module = { file: string } | { code: string };

const nameOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** What stood in many pages alike and becomes one file, or a part of the one script. */
export class Shared {
  /** Contents of files, by path. */
  readonly files = new Map<string, string>();
  /** Modules by the name under which pages ask for them. */
  readonly modules = new Map<string, Module>();
  /** Classes of scoped styles (`astro-d3meyh57`) that a sheet knows: many are written on elements for nothing. */
  readonly scopes: ReadonlySet<string>;
  private readonly moduleNames = new Map<string, string>();
  private readonly site: BuiltSite;

  /** @param texts everything in which styles may stand */
  constructor(site: BuiltSite, texts: Iterable<string>) {
    this.site = site;
    this.scopes = new Set([...texts].flatMap((text) => text.match(/(?<=\.)astro-\w{8}/g) ?? []));
  }

  /** @returns the file in which these styles stand now */
  style(css: string, page: string, addresses: Addresses): string {
    const file = `styles/${nameOf(css)}.css`;
    if (!this.files.has(file)) this.files.set(file, fitStyles(css, this.site, page, addresses, file));
    return file;
  }

  /** @returns the file in which this script stands now */
  script(code: string): string {
    const file = `scripts/${nameOf(code)}.js`;
    this.files.set(file, code);
    return file;
  }

  /** @returns the name of a module, with an address or with its text */
  module(src: string | undefined, code: string, page: string): string {
    if (src === undefined) return this.nameModule(code, { code });
    const file = fileOf(this.site, new URL(src, addressOf(this.site, page)));
    if (!file) throw new Error(`${page} loads the module ${src}, which is not a file of the built site.`);
    return this.nameModule(file, { file });
  }

  /** By number, because every page names a dozen of them, and hashes do not compress. */
  private nameModule(key: string, module: Module): string {
    const name = this.moduleNames.get(key) ?? `m${this.moduleNames.size.toString(36)}`;
    this.moduleNames.set(key, name);
    this.modules.set(name, module);
    return name;
  }
}

/**
 * Styles with addresses that hold from another file. Fonts become part of the styles: Firefox loads none from `file://`.
 *
 * @param from the page or sheet in which they stood
 * @param to the sheet in which they will stand
 */
export function fitStyles(css: string, site: BuiltSite, from: string, addresses: Addresses, to: string): string {
  // No font is waited for here, and from one file to another there is no transition: the browser would complain of it.
  const fit = css.replace(/font-display:\s*optional/g, 'font-display:block').replace(/@view-transition\s*\{[^}]*\}/g, '');
  return fit.replace(/url\((["']?)(?!data:|#)([^)"']+)\1\)/g, (_, _quote: string, url: string) => {
    const address = new URL(url, addressOf(site, from));
    const file = fileOf(site, address);
    if (file?.endsWith('.woff2')) return `url(data:font/woff2;base64,${readFileSync(join(site.dist, file)).toString('base64')})`;
    // Noted as needed; the path is the one from the sheet.
    addresses.asset(address.pathname, from);
    return `url("${addresses.asset(address.pathname, to)}")`;
  });
}
