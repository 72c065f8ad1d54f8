/**
 * `npm run print [segment …]`: the print editions of the built site (build first) as PDF files in `print/`, by Chromium.
 * With page numbers in the table of contents: each edition is printed twice, because only a printed page knows them.
 */
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { BROWSER_ARGS, browsersFound } from './lib/browser.mjs';
import { ROOT } from './lib/paths.mjs';
import { pagesOfPlaces } from './lib/pdf-pages.ts';
import { Problem, runMain } from './lib/problem.mjs';

const OUT = join(ROOT, 'print');

await runMain(async () => {
  const found = globSync('dist/print/*/index.html', { cwd: ROOT }).sort();
  if (found.length === 0) throw new Problem('There is no print edition in dist/print: run "npm run build" first.');
  const wanted = process.argv.slice(2);
  const segments = found.map((file) => basename(dirname(file)));
  const unknown = wanted.find((segment) => !segments.includes(segment));
  if (unknown) throw new Problem(`There is no print edition of "${unknown}". There are: ${segments.join(', ')}.`);
  const executablePath = browsersFound()[0];
  if (!executablePath || !existsSync(executablePath)) throw new Problem('There is no browser: "npm test" says how to get one.');
  mkdirSync(OUT, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  try {
    const page = await browser.newPage();
    for (const segment of wanted.length > 0 ? wanted : segments) {
      await page.goto(pathToFileURL(join(ROOT, 'dist/print', segment, 'index.html')).href);
      await page.evaluate(() => document.fonts.ready);
      await numberContents(page);
      const pdf = await print(page);
      writeFileSync(join(OUT, `${segment}.pdf`), pdf);
      const sheets = Math.max(...pagesOfPlaces(pdf).values());
      console.log(`print/${segment}.pdf  ${(pdf.length / 1e6).toFixed(1)} MB, the last question begins on page ${sheets}`);
    }
    return 0;
  } finally {
    await browser.close();
  }
});

function print(page: Page): Promise<Buffer> {
  return page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
}

/** Fills the numbers of pages into the contents. They take no more room than what stands there, so that nothing moves. */
async function numberContents(page: Page): Promise<void> {
  const pages = Object.fromEntries(pagesOfPlaces(await print(page)));
  await page.evaluate((numbers) => {
    for (const place of document.querySelectorAll<HTMLElement>('.contents .sheet')) place.textContent = String(numbers[place.dataset['of']!]);
  }, pages);
}
