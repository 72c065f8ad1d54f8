import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildSync } from 'esbuild';
import type { Edition } from './edition.ts';
import { factsOf, fillFacts } from './facts.ts';
import { costOf, savedFiles, takeStock } from './take-stock.ts';

/**
 * Makes the built site readable without a network: writes `sw.js` and the manifest of its files.
 *
 * @throws Error when it does not stand last, or there is no search index: it takes stock of what the others wrote
 */
export function offline(): AstroIntegration {
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/^\/*/, '/').replace(/\/*$/, '/');
        const after = config.integrations.slice(config.integrations.findIndex(({ name }) => name === 'offline') + 1);
        if (after.length > 0) {
          const names = after.map(({ name }) => name).join(', ');
          throw new Error(
            `offline() does not stand last: what ${names} writes would not be saved.\n→ Move it to the end of "integrations" in astro.config.mjs.`,
          );
        }
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (request.url?.split('?')[0]?.endsWith('/sw.js')) response.setHeader('content-type', 'text/javascript').end(bundleWorker('withdraw.client.ts'));
          else next();
        });
      },
      'astro:build:done': ({ dir, logger }) => {
        const { files, cost } = writeOffline(fileURLToPath(dir), base);
        logger.info(`${files.length} files can be saved: ${(cost.sent / 1e6).toFixed(1)} MB sent with gzip, ${(cost.stored / 1e6).toFixed(1)} MB stored`);
      },
    },
  };
}

/**
 * Writes the worker and its manifest into a built site, and the numbers into its pages.
 *
 * @param site folder of the built site
 * @param base path of the site, with a slash at both ends
 * @throws Error when there is no search index in it
 */
export function writeOffline(site: string, base: string): Edition & { cost: ReturnType<typeof costOf> } {
  if (!existsSync(join(site, 'pagefind/pagefind-entry.json')))
    throw new Error(`offline: there is no search index in ${site}pagefind/.\n→ searchIndex() must stand before offline() in astro.config.mjs.`);
  const cost = costOf(site, base);
  const facts = factsOf(cost);
  for (const path of savedFiles(site).filter((file) => file.endsWith('.html'))) {
    const filled = fillFacts(readFileSync(join(site, path), 'utf8'), facts);
    if (filled !== null) writeFileSync(join(site, path), filled);
  }
  const edition = takeStock(site, base);
  const manifest = `offline/manifest-${edition.version}.js`;
  rmSync(join(site, 'offline/'), { recursive: true, force: true });
  mkdirSync(join(site, 'offline/'));
  writeFileSync(join(site, manifest), `self.EDITION=${JSON.stringify(edition)};\n`);
  // The name of the manifest makes the worker another one when any byte of the site is: browsers compare nothing else.
  writeFileSync(join(site, 'sw.js'), `importScripts('${manifest}');\n${bundleWorker('worker.client.ts')}`);
  return { ...edition, cost };
}

/** A service worker of this folder as one classic script. */
export function bundleWorker(name: 'worker.client.ts' | 'withdraw.client.ts'): string {
  const entry = resolve(import.meta.dirname, name);
  const [file] = buildSync({ entryPoints: [entry], bundle: true, minify: true, format: 'iife', target: 'es2022', write: false }).outputFiles;
  return file!.text;
}
