import type { Root } from 'hast';
import { selectAll } from 'hast-util-select';

/** `absolute`: with site and base path, for files that leave the site. `root`: as the site has them, from `/` or its base path on. */
export type Links = 'absolute' | 'root';

/**
 * Gives every link of a body the wanted form, in place.
 *
 * @param address the absolute address of the page that the body comes from
 */
export function relink(body: Root, address: string, links: Links): Root {
  for (const link of selectAll('a[href]', body)) {
    const href = new URL(String(link.properties['href']), address);
    const ours = href.origin === new URL(address).origin;
    link.properties['href'] = ours && links === 'root' ? href.pathname + href.search + href.hash : href.href;
  }
  return body;
}
