import type { Edition } from './edition.ts';

/**
 * Files whose name changes with their bytes. An older tab may ask for them after a newer edition has taken over, and a browser's own cache
 * cannot have a wrong copy of them.
 */
const HASHED = /^(?:_astro\/|pagefind\/(?:fragment|index|filter)\/|pagefind\/pagefind\.[^/]+\.pf_meta$)/;

/** Whether an address is that of such a file. */
export const isHashed = (address: string): boolean => HASHED.test(address);

/** What the worker does with a request; null leaves it to the network. */
export type Route =
  | { to: 'file'; address: string }
  /** A hashed file that this edition does not have: an older tab may want it. */
  | { to: 'older'; address: string }
  | { to: 'redirect'; path: string }
  /** A page that this edition does not have. */
  | { to: 'network-page' }
  | null;

/** What is looked up for every request. */
export interface Known {
  /** Path of the site, with a slash at both ends. */
  base: string;
  files: { has(address: string): boolean };
  redirects: Edition['redirects'];
}

/**
 * Finds what a request is for. The query plays no part: Pagefind asks for `pagefind-entry.json?ts=<now>`, links may carry `?utm_source=`.
 *
 * @param url of this site's origin
 * @param isPage whether it is a navigation
 */
export function routeOf(url: URL, isPage: boolean, { base, files, redirects }: Known): Route {
  // `/bank` for the site at `/bank/`.
  if (!url.pathname.startsWith(base)) return null;
  let address: string;
  try {
    address = decodeURI(url.pathname.slice(base.length)).replace(/(^|\/)index\.html$/, '$1');
  } catch {
    return null;
  }
  if (files.has(address)) return { to: 'file', address };
  if (isHashed(address)) return { to: 'older', address };
  if (!isPage) return null;
  const target = redirects[address] ?? redirects[`${address}/`];
  if (target !== undefined) return { to: 'redirect', path: base + target + url.search };
  // What a host does online: `/x` to `/x/`.
  if (files.has(`${address}/`)) return { to: 'redirect', path: `${url.pathname}/${url.search}` };
  return { to: 'network-page' };
}
