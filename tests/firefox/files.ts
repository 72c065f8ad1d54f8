/** The downloads in Firefox: the site for the disk and the handbook, opened from files. Chromium does more in `tests/e2e/downloads-*.spec.ts`. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { Problem } from '../../scripts/lib/problem.mjs';

/** Milliseconds for making the index in the page, on a machine that does other things as well. */
const PATIENCE = 60_000;

export interface Files {
  steps: [string, () => Promise<void>][];
  remove(): void;
}

/**
 * Unpacks the site for the disk.
 *
 * @param dist folder of the built site
 * @throws Problem when it was built without downloads
 */
export function openFiles(page: Page, dist: string): Files {
  const [zip, handbook] = ['site.zip', 'handbook.html'].map((name) => join(dist, 'downloads', name)) as [string, string];
  if (!existsSync(zip) || !existsSync(handbook)) throw new Problem('There are no downloads in dist/: run "npm run downloads" first.');
  const folder = mkdtempSync(join(tmpdir(), 'site-zip-'));
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const at = (path: string): string => pathToFileURL(join(folder, 'node-answered', path)).href;
  const theme = (): Promise<string | undefined> => page.$eval('html', ({ dataset }) => dataset['theme']);
  return {
    steps: [
      [
        'the site for the disk searches, and forgives a typing error',
        async () => {
          await page.goto(at('event-loop/phases/index.html'));
          await page.keyboard.press('/');
          await page.locator('#search-words').fill('backpresure');
          await page.waitForFunction(() => document.querySelector('.search-hit mark')?.textContent?.toLowerCase() === 'backpressure', { timeout: PATIENCE });
          await page.keyboard.press('Enter');
          await page.waitForFunction(() => location.pathname.endsWith('/streams/backpressure/index.html'));
        },
      ],
      [
        'its players step',
        async () => {
          await page.goto(at('event-loop/predict-the-order/index.html'));
          await page.$eval('loop-player', (player) => player.scrollIntoView());
          await page.locator('loop-player [data-b=next]').click();
          await page.waitForFunction(() => /^2 \//.test(document.querySelector('.tp-count')?.textContent ?? ''));
        },
      ],
      [
        'its theme switches, and stays on the next page',
        async () => {
          for (const wanted of ['dark', 'light']) {
            await page.select('starlight-theme-select select', wanted);
            await page.goto(at(wanted === 'dark' ? 'index.html' : 'streams/index.html'));
            assert.equal(await theme(), wanted);
          }
        },
      ],
      [
        'the handbook searches, forgives a typing error, and has its drawings',
        async () => {
          await page.goto(pathToFileURL(handbook).href);
          await page.locator('input[type=search]').fill('backpresure');
          const hit = await page.waitForSelector('#hits a', { timeout: PATIENCE });
          assert.equal(await hit!.evaluate((link) => link.textContent), 'What is backpressure, and how is it signalled?');
          await page.waitForFunction(() => document.querySelectorAll('figure > svg').length === document.querySelectorAll('figure').length);
        },
      ],
    ],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
