import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatSize } from '../size.ts';

/** The page that states sizes, below the built site. */
const PAGE = 'take-it-with-you/index.html';

/** Where the size of a file goes, once the file is there. @param path below the site's base path */
export const sizePlace = (path: string): string => `<span data-size-of="${path}"></span>`;

const PLACES = /(<span data-size-of="([^"]+)">)[^<]*(?=<\/span>)/g;

/**
 * Fills in the sizes of the files that the page "Take it with you" offers. Runs after everything that writes such files, because a page
 * is built before them. A file that is not there is named in a warning.
 */
export function fileSizes(): AstroIntegration {
  return {
    name: 'file-sizes',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        for (const path of fillSizes(fileURLToPath(dir))) logger.warn(`${PAGE} offers ${path}, which this build did not write.`);
      },
    },
  };
}

/**
 * The same for a site that stands already; a second time does no harm.
 *
 * @returns the files that are offered and not there
 */
export function fillSizes(dist: string): string[] {
  const missing: string[] = [];
  const page = join(dist, PAGE);
  const filled = readFileSync(page, 'utf8').replace(PLACES, (_, open: string, path: string) => {
    const file = join(dist, path);
    if (existsSync(file)) return `${open} · ${formatSize(statSync(file).size)}`;
    missing.push(path);
    return open;
  });
  writeFileSync(page, filled);
  return missing;
}
