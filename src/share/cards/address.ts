import type { PageLike } from '../../bank/questions.ts';
import { LEDGER_FILE, readLedger } from '../../fences/ledger.ts';
import { SITE_NAME } from '../../site.ts';
import { cardHash, drawingHash } from './card.ts';
import { cardOf, cardPath, hasCard, HOME, linesByPage } from './page-card.ts';

/** Where a page's card is, and words for who cannot see it. */
export interface CardAddress {
  /** Below the site's base path. */
  path: string;
  /** `?v=…`, new whenever the picture is: crawlers keep what they fetched under an address. The file's own name stays, so old links go on working. */
  version: string;
  alt: string;
}

let read: { lines: ReturnType<typeof linesByPage>; drawing: string } | undefined;

/** The card of a page; of the site, where the page has none: pages made by routes, the 404 page. */
export function cardOfEntry({ data, filePath, ...entry }: PageLike & { filePath?: string | undefined }): CardAddress {
  // Starlight calls the home page ''.
  const id = entry.id || HOME;
  // Starlight invents a path that ends in `.md` for pages that routes make.
  const own = filePath?.endsWith('.mdx') && hasCard(id);
  if (!own) return { path: cardPath(HOME), version: '', alt: `${SITE_NAME}: Node.js interview answers that have been run` };
  // Once for all pages: a build works in the project's root. Under `astro dev` it may be out of date, where nobody unfurls links.
  read ??= { lines: linesByPage(readLedger(LEDGER_FILE)), drawing: drawingHash(process.cwd()) };
  const card = cardOf({ id, data }, read.lines.get(id));
  const alt = [card.title, card.level, card.place, card.ran].filter((part) => part !== undefined).join(' · ');
  return { path: cardPath(id), version: `?v=${cardHash(card, read.drawing).slice(0, 8)}`, alt };
}
