import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSite } from './built-site.ts';

/** Every address ever published: pages by path, with the ids on them to which the site has linked. */
export type Addresses = Record<string, readonly string[]>;

/** The committed list, seen from the project's root. */
export const ADDRESSES_FILE = 'src/share/addresses.json';
const ABOUT = 'Every address ever published. Appended to by `npm run addresses -- --update`. Do not edit: other people link to what stands here.';

/** Reads the committed list; an absent file is an empty list. @throws SyntaxError when it is not JSON */
export function readAddresses(root: string): Addresses {
  let text: string;
  try {
    text = readFileSync(join(root, ADDRESSES_FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  try {
    return (JSON.parse(text) as { pages: Addresses }).pages;
  } catch (error) {
    throw new SyntaxError(
      `${ADDRESSES_FILE} is not valid JSON (${(error as Error).message}). Take either side of a merge, then run: npm run addresses -- --update`,
      { cause: error },
    );
  }
}

/** Writes the list, one page a line in the order of the paths, so that merges stay readable. */
export function writeAddresses(root: string, addresses: Addresses): void {
  const rows = Object.keys(addresses)
    .sort(byPath)
    .map((path) => `    ${JSON.stringify(path)}: ${JSON.stringify(addresses[path])}`);
  writeFileSync(join(root, ADDRESSES_FILE), `{\n  "about": ${JSON.stringify(ABOUT)},\n  "pages": {\n${rows.join(',\n')}\n  }\n}\n`);
}

/** `/q/9/` before `/q/10/`. */
const byPath = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** Addresses as `/event-loop/phases/` and `/event-loop/phases/#poll`. */
export interface Difference {
  /** Published, and no longer there. */
  gone: string[];
  /** There, and not in the list yet. */
  fresh: string[];
}

/** Compares what was published with a built site. A page that only leads on has the ids of the page it leads to. */
export function compare(published: Addresses, site: BuiltSite): Difference {
  const idsOf = (path: string): ReadonlySet<string> | undefined => {
    const page = site.pages.get(path);
    return page?.leadsTo ? site.pages.get(page.leadsTo)?.ids : page?.ids;
  };
  const gone = Object.entries(published).flatMap(([path, ids]) => {
    const there = idsOf(path);
    return there ? ids.filter((id) => !there.has(id)).map((id) => `${path}#${id}`) : path;
  });
  const now = Object.entries(addressesOf(site));
  const fresh = now.flatMap(([path, ids]) => [
    ...(path in published ? [] : [path]),
    ...ids.filter((id) => !published[path]?.includes(id)).map((id) => `${path}#${id}`),
  ]);
  return { gone, fresh };
}

/** What was published together with what is there now. Nothing is ever taken out. */
export function append(published: Addresses, site: BuiltSite): Addresses {
  const all: Record<string, readonly string[]> = { ...published };
  for (const [path, ids] of Object.entries(addressesOf(site))) all[path] = [...new Set([...(all[path] ?? []), ...ids])];
  return all;
}

/** The addresses of a built site: its pages, and what its own links point to on them. */
function addressesOf({ pages, linked }: BuiltSite): Addresses {
  return Object.fromEntries([...pages].map(([path, { ids }]) => [path, [...(linked.get(path) ?? [])].filter((id) => ids.has(id))]));
}
