import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { compare, readAddresses, type Difference } from './address-list.ts';
import { readSite, type BuiltSite } from './built-site.ts';
import { tellGone } from './gone.ts';
import { redirectPage } from './redirect-page.ts';
import { REDIRECTS } from './redirects.ts';

/**
 * Makes addresses permanent: after the site it writes `/q/<id>/` for each question and a page for each redirect, and compares with the
 * list of all addresses ever published. After the steps that write pages, before those that read them all (policy, offline).
 *
 * Why no `redirects` of Astro: its pages drop the `#…` of a link, have no title and show no card where they are pasted.
 * @throws Error when a published address is gone, or a redirect leads nowhere
 */
export function permanentAddresses(): AstroIntegration {
  let prefix = '';
  return {
    name: 'permanent-addresses',
    hooks: {
      'astro:config:done': ({ config }) => {
        prefix = config.base.replace(/\/$/, '');
      },
      'astro:server:setup': async ({ server }) => {
        // While writing there is no built site to read: the list of questions knows where they are.
        const { questions } = JSON.parse(await readFile('src/bank/published.json', 'utf8')) as { questions: Record<string, string> };
        server.middlewares.use((request, response, next) => {
          const id = /\/q\/(\d+)\/$/.exec(request.url ?? '')?.[1];
          const slug = id && questions[id];
          if (!slug) return next();
          response.writeHead(302, { location: prefix + (REDIRECTS[`/${slug}/`] ?? `/${slug}/`) }).end();
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const site = await readSite(folder, prefix);
        const redirects = redirectsOf(site, REDIRECTS);
        for (const [from, to] of redirects) {
          await mkdir(folder + from, { recursive: true });
          await writeFile(`${folder}${from}index.html`, redirectPage(prefix + to, site.pages.get(to)!));
          site.pages.set(from, { ids: new Set(), short: null, leadsTo: to, head: [] });
        }
        for (const [from, to] of Object.entries(REDIRECTS)) await keepMarkdown(folder, from, to);
        const difference = leftOut(compare(readAddresses(process.cwd()), site), process.env);
        if (difference.gone.length > 0) throw new Error(tellGone(difference));
        logger.info(`${redirects.size} addresses lead on; every published address is there`);
        if (difference.fresh.length > 0) logger.warn(`${difference.fresh.length} addresses are new. To note them for ever: npm run addresses -- --update`);
      },
    },
  };
}

/** What is gone, but for what the build was told to leave out (src/downloads/step.ts). */
export const leftOut = (difference: Difference, env: NodeJS.ProcessEnv): Difference =>
  env['DOWNLOADS'] === 'no' ? { ...difference, gone: difference.gone.filter((address) => !address.startsWith('/downloads/')) } : difference;

/**
 * Leaves the Markdown of an answer that has moved at its old address, too: programs follow no page that leads on.
 *
 * @param folder the built site, with a slash at its end
 */
export async function keepMarkdown(folder: string, from: string, to: string): Promise<void> {
  const markdown = (path: string): string => `${folder}${path.slice(1, -1)}.md`;
  // A page that is no answer has none.
  if (existsSync(markdown(to))) await copyFile(markdown(to), markdown(from));
}

/**
 * The short address of each question and the redirects of the project: from where to where.
 *
 * @throws Error when a redirect leads nowhere, or stands in the way of a page
 */
export function redirectsOf({ pages }: BuiltSite, moved: Readonly<Record<string, string>>): Map<string, string> {
  const redirects = new Map([...pages].flatMap(([path, { short }]) => (short ? [[short, path]] : [])));
  for (const [from, to] of Object.entries(moved)) {
    const tell = (what: string): Error => new Error(`src/share/redirects.ts: '${from}': '${to}' ${what}`);
    if (!/^\/(?:[\w-]+\/)+$/.test(from)) throw tell('begins with no address: write /folder/page/, with a slash at each end.');
    if (!pages.has(to)) throw tell(`leads to no page. Name the page where the content is now${moved[to] ? `: '${moved[to]}'` : ''}.`);
    if (pages.has(from) || redirects.has(from)) throw tell('is not needed: there is a page at its beginning. Take it out.');
    redirects.set(from, to);
  }
  return redirects;
}
