/**
 * `npm run search:eval`: asks the search of the built site (`dist`, so build first) the questions of `queries.txt`, in a real
 * browser, and prints how often the right page comes, how fast, and what a first search loads. `-- --held-out` also names the
 * queries of the held-out third that fail: looked at, they are no longer held out.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'astro';
import { BROWSER_ARGS, browsersFound } from '../lib/browser.mjs';
import { basePath, ROOT } from '../lib/paths.mjs';
import { Problem, runMain } from '../lib/problem.mjs';
import { kilobytes } from '../lib/weight.ts';
import { ask, noteLoads } from './ask.ts';
import { readQueries, withTypos } from './queries.ts';
import { misses, quantile, table } from './report.ts';
import type { Answered } from './score.ts';

await runMain(async () => {
  if (!existsSync(join(ROOT, 'dist/pagefind'))) throw new Problem('There is no built site in dist/: run "npm run build" first.');
  const executablePath = browsersFound()[0];
  if (!executablePath) throw new Problem('There is no browser: "npm test" says how to get one.');
  const server = await preview({ root: ROOT, server: { port: 0, host: 'localhost' }, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  try {
    const page = await browser.newPage();
    const address = `http://localhost:${server.port}${basePath()}/`;
    const loads = await firstSearch(page, address);
    const queries = readQueries();
    const answered: Answered[] = [];
    for (const query of [...queries, ...withTypos(queries)]) answered.push({ ...query, found: (await ask(page, query.words)).found });
    const [tuned, heldOut] = [answered.filter((one) => !one.heldOut), answered.filter((one) => one.heldOut)];
    const warm: number[] = [];
    for (const { words } of queries) warm.push((await ask(page, words)).latency);

    const named = process.argv.includes('--held-out') ? answered : tuned;
    console.log(`What does not come among the first three${named === tuned ? ', the held-out third left out' : ''}:\n${misses(named) || 'nothing'}`);
    console.log(table('Two thirds, which the search was tuned with', tuned));
    console.log(table('The held-out third', heldOut));
    console.log(table('All', answered));
    const ms = (part: number): string => `${quantile(warm, part).toFixed(0)} ms`;
    console.log(`\nFrom the press of the last key to the frame with the results, each query asked before: median ${ms(0.5)}, 95 % within ${ms(0.95)}.`);
    console.log(loads);
    return 0;
  } finally {
    await browser.close();
    await server.stop();
  }
});

/** Opens the search for the first time and asks it once. @returns what that loads, in words */
async function firstSearch(page: Page, address: string): Promise<string> {
  await page.goto(address, { waitUntil: 'networkidle' });
  const loaded = noteLoads(page);
  await page.keyboard.press('/');
  await page.locator('.search-filters input').first().waitFor();
  await ask(page, 'event loop phases');
  await page.waitForLoadState('networkidle');
  const { parts, total } = await loaded();
  const lines = parts.toSorted((a, b) => b.sent - a.sent).map(({ name, sent }) => `  ${kilobytes(sent).padStart(8)}  ${name}`);
  return [`\nA first search, "event loop phases", loads ${kilobytes(total)} in ${parts.length} requests (gzip):`, ...lines].join('\n');
}
