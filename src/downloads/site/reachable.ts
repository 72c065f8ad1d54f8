import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, type BuiltSite } from '../built-site.ts';
import { addressOf, redirectOf } from './addresses.ts';

/** Pages made for paper or for machines, and the one about saving the site in a browser; a link to one leads to the web. */
const LEFT_OUT = /^(print|downloads|use-it-offline)\//;

/**
 * The pages that a reader can come to from the home page, in alphabetical order. Pages that only send readers on are not among them:
 * links lead to where they send to.
 */
export function reachablePages(site: BuiltSite): string[] {
  const seen = new Set<string>(['index.html']);
  const pages: string[] = [];
  for (const file of seen) {
    const html = readFileSync(join(site.dist, file), 'utf8');
    const address = addressOf(site, file);
    const on = redirectOf(html, address);
    if (!on) pages.push(file);
    for (const to of on ? [on.href] : linksOf(html)) {
      const next = URL.canParse(to, address) ? fileOf(site, new URL(to, address)) : null;
      if (next?.endsWith('.html') && !LEFT_OUT.test(next)) seen.add(next);
    }
  }
  return pages.sort();
}

/** Addresses a page links to. A link inside a program is escaped, so it does not look like one. */
const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a [^>]*?href="([^"#]+)/g)].map(([, href]) => href!.replaceAll('&amp;', '&').replaceAll('&#38;', '&'));
