/**
 * `npm run weigh`: what a reader's first view of a page costs, fonts and icon included, gzip. Fails above the budget.
 * Weighs the built site in `dist` (build first), in a real browser with an empty cache: the home page, the page with all questions
 * (the only one that grows with the bank), the heaviest question without a player and the heaviest with one.
 * `node scripts/weigh.ts <folder>` weighs a site that was built elsewhere.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { preview } from 'astro';
import { BROWSER_ARGS, browsersFound } from './lib/browser.mjs';
import { basePath, ROOT } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { kilobytes, weigh, type Weight } from './lib/weight.ts';

/** Bytes sent; a kilobyte is 1000 bytes. A page with recorded runs carries their styles and every step in words, for readers without JavaScript. */
const BUDGET = { total: 60_000, withPlayer: 64_000, script: 10_000 };

/** Nothing of the search may be loaded before it is used, but the few lines that wait for it. */
const SEARCH = /pagefind/;

await runMain(async () => {
  const dist = resolve(process.argv[2] ?? join(ROOT, 'dist'));
  if (!existsSync(join(dist, 'index.html'))) throw new Problem(`There is no built site in ${dist}: run "npm run build" first.`);
  const executablePath = browsersFound()[0];
  if (!executablePath) throw new Problem('There is no browser: "npm test" says how to get one.');
  const server = await preview({ root: ROOT, outDir: dist, server: { port: 0, host: 'localhost' }, logLevel: 'error' });
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  try {
    let over = 0;
    const pages = [
      { path: '', budget: BUDGET.total },
      { path: 'questions/', budget: BUDGET.total },
      { path: heaviestQuestion(dist, false), budget: BUDGET.total },
      { path: heaviestQuestion(dist, true), budget: BUDGET.withPlayer },
    ];
    for (const { path, budget } of pages) {
      const weight = await weigh(browser, `http://localhost:${server.port}${basePath()}/${path}`);
      over += report(`/${path}`, weight, budget);
    }
    return over > 0 ? 1 : 0;
  } finally {
    await browser.close();
    await server.stop();
  }
});

/** The question whose HTML is the heaviest of those with a player, or of those without: if it keeps the budget, all do, since they share the rest. */
function heaviestQuestion(dist: string, player: boolean): string {
  const pages = globSync('!(print|tags|q)/*/index.html', { cwd: dist })
    .map((file) => ({ file, html: readFileSync(join(dist, file)) }))
    .filter(({ html }) => html.includes('<loop-player') === player)
    .map(({ file, html }) => ({ file, size: gzipSync(html).length }));
  const [heaviest] = pages.sort((a, b) => b.size - a.size);
  if (!heaviest) throw new Problem(`There is no question ${player ? 'with' : 'without'} a player in dist/.`);
  return heaviest.file.replaceAll('\\', '/').replace(/index\.html$/, '');
}

/** Prints what a page weighs. @returns how many budgets it breaks */
function report(path: string, { parts, total, script }: Weight, budget: number): number {
  console.log(`\n${path}`);
  for (const { name, kind, raw, sent } of parts.toSorted((a, b) => b.sent - a.sent)) {
    console.log(`  ${kilobytes(sent).padStart(8)}  ${kind.padEnd(5)}  ${name} (${kilobytes(raw)} unpacked)`);
  }
  const early = parts.filter(({ name }) => SEARCH.test(name));
  for (const { name } of early) console.log(`✗ ${name} is loaded before anyone searches.`);
  return line('everything', total, budget) + line('JavaScript, that inside the HTML included', script, BUDGET.script) + early.length;
}

function line(what: string, bytes: number, budget: number): number {
  const kept = bytes <= budget;
  console.log(
    `${kept ? '✓' : '✗'} ${what}: ${kilobytes(bytes)} of ${kilobytes(budget)}${kept ? '' : '. The largest parts stand first above; find what grew with git log.'}`,
  );
  return kept ? 0 : 1;
}
