import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from '../exports/built-answers.ts';

/** The site as `astro build` wrote it. */
export interface BuiltSite {
  /** The folder. */
  dist: string;
  /** Where it will be served: the address of its home page, ending in a slash. */
  home: URL;
}

/** Opens what was built. @throws Error when its home page is missing or does not say where it will be served */
export function openBuiltSite(dist: string): BuiltSite {
  const index = join(dist, 'index.html');
  return { dist, home: new URL(addressOf(readFileSync(index, 'utf8'), index)) };
}

/** The file an address of the built site is served from, relative to its folder; null when it belongs to another site or there is no such file. */
export function fileOf({ dist, home }: BuiltSite, address: URL): string | null {
  if (address.origin !== home.origin || !address.pathname.startsWith(home.pathname)) return null;
  const path = decodeURIComponent(address.pathname.slice(home.pathname.length));
  const candidates = path === '' || path.endsWith('/') ? [`${path}index.html`] : [path, `${path}/index.html`];
  return candidates.find((file) => /\.\w+$/.test(file) && existsSync(join(dist, file))) ?? null;
}
