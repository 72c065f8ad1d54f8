import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readPages } from '../../bank/files.ts';
import { LEDGER_FILE, readLedger } from '../../fences/ledger.ts';
import { drawingHash } from './card.ts';
import { drawer } from './draw.ts';
import { makeCards } from './make.ts';
import { cardOf, cardPath, hasCard, linesByPage } from './page-card.ts';

/** Kept between builds, seen from the project's root. */
const CACHE = 'node_modules/.cache/cards';

/**
 * Draws a card for each page after the site is built, into `cards/` of the output. The pages name theirs in `head-tags.ts`.
 *
 * `astro dev` draws none: nobody unfurls a link to a machine of one's own.
 */
export function cards(): AstroIntegration {
  let root = process.cwd();
  return {
    name: 'cards',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const begun = performance.now();
        const lines = linesByPage(readLedger(join(root, LEDGER_FILE)));
        const pages = readPages(root).filter(({ id }) => hasCard(id));
        const { drawn, cached } = await makeCards({
          cards: new Map(pages.map((page) => [cardPath(page.id), cardOf(page, lines.get(page.id))])),
          out: fileURLToPath(dir),
          cache: join(root, CACHE),
          draw: drawer(root),
          drawing: drawingHash(root),
        });
        logger.info(`${pages.length} cards: ${drawn} drawn, ${cached} from cache in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
      },
    },
  };
}
