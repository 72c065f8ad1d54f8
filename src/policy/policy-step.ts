import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headerRules, headersFile } from './headers.ts';
import { withPolicy } from './policy.ts';

/** Folders of Pagefind whose files carry their content's hash in their name, such as `en_10b66da.pf_fragment`. */
const HASHED = ['pagefind/fragment', 'pagefind/index', 'pagefind/filter'];
const HASH = /_[0-9a-f]{7,}\.\w+$/;

/**
 * Writes into each built page the Content-Security-Policy that allows exactly what stands in it, and the headers for hosts that read `_headers`.
 * After everything that writes or changes pages, before what hashes them.
 *
 * @throws Error with the page, when a page cannot have such a policy
 */
export function contentPolicy(): AstroIntegration {
  let base = '';
  let assets = '';
  return {
    name: 'content-policy',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
        assets = config.build.assets;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const started = performance.now();
        const pages = globSync('**/*.html', { cwd: site });
        for (const page of pages) {
          const file = path.join(site, page);
          try {
            await writeFile(file, withPolicy(await readFile(file, 'utf8')));
          } catch (error) {
            throw new Error(`${page} ${(error as Error).message}`, { cause: error });
          }
        }
        const hashed = HASHED.filter((folder) => {
          const files = globSync(`${folder}/**/*.*`, { cwd: site });
          return files.length > 0 && files.every((name) => HASH.test(name));
        });
        await writeFile(path.join(site, '_headers'), headersFile(headerRules(base, [assets, ...hashed])));
        logger.info(`gave ${pages.length} pages a policy in ${Math.round(performance.now() - started)} ms`);
      },
    },
  };
}
