import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatSize } from '../exports/size.ts';
import { writeDownloads } from './downloads.ts';

/**
 * Makes the files that open without a server, after the pages are built and before anything states their sizes or hashes the pages.
 * They take about as long as the pages: `DOWNLOADS=no` leaves them out while one works on something else.
 */
export function downloads(env = process.env): AstroIntegration {
  return {
    name: 'downloads',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        if (env['DOWNLOADS'] === 'no') return logger.warn('left out, because DOWNLOADS=no: links to them lead nowhere');
        for await (const { name, bytes } of writeDownloads(fileURLToPath(dir))) logger.info(`${name}, ${formatSize(bytes)}`);
      },
    },
  };
}
