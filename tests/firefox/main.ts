/**
 * `npm run test:firefox`: saves the built site in Firefox, takes the host away, and reads, searches and steps through a trace; then opens the
 * files to take away. Chromium does the same and more in `tests/e2e/`; this proves that nothing of it is Chromium's alone.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { basePath } from '../../scripts/lib/paths.mjs';
import { Problem, runMain } from '../../scripts/lib/problem.mjs';
import { Host } from '../e2e/support/host.ts';
import { openFiles } from './files.ts';

const DIST = resolve('dist');
const PAGES = ['foundations/', 'event-loop/phases/', 'how-answers-are-checked/'];
const TRACED = 'event-loop/predict-the-order/';

/** Milliseconds for saving everything on a machine that does other things as well. */
const PATIENCE = 90_000;

await runMain(async () => {
  const firefox = firefoxFound();
  if (!firefox) {
    console.log('– Skipped: there is no Firefox. Install one (apt install firefox-esr), or name it in FIREFOX_PATH.');
    return 0;
  }
  if (!existsSync(join(DIST, 'sw.js'))) throw new Problem('There is no built site in dist/: run "npm run build" first.');
  if (basePath()) throw new Problem('This test wants the site without BASE: build it without, and run this without.');
  const host = await new Host({ dir: DIST }).start();
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox, headless: true });
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    // Firefox reports what it breaks off itself when one goes on to the next page, and then without an address.
    page.on('console', (message) => message.type() === 'error' && !message.text().includes('Failed to load ‘’') && errors.push(message.text()));
    const files = openFiles(page, DIST);
    try {
      for (const [name, step] of [...steps(page, host), ...files.steps]) {
        await step();
        console.log(`✓ ${name}`);
      }
    } finally {
      files.remove();
    }
    assert.deepEqual(errors, [], 'No error may stand in the console.');
    console.log(`✓ no error in the console of ${await browser.version()}`);
    return 0;
  } finally {
    await browser.close();
    await host.stop().catch(() => {});
  }
});

/** What a reader does, in this order. */
function steps(page: Page, host: Host): [string, () => Promise<void>][] {
  const says = (text: string): Promise<unknown> =>
    page.waitForFunction((wanted) => document.querySelector('.offline offline-control')?.textContent?.includes(wanted), { timeout: PATIENCE }, text);
  let asked = 0;
  return [
    [
      'everything is saved',
      async () => {
        await page.goto(host.url);
        await page.waitForSelector('.offline offline-control.can');
        await page.locator('.offline offline-control button').click();
        await says('Saved on');
      },
    ],
    [
      'the page one is on is there without a host',
      async () => {
        await host.stop();
        asked = host.asked.length;
        await page.reload();
        assert.match(await page.title(), /Node Answered/);
      },
    ],
    ...PAGES.map((path): [string, () => Promise<void>] => [
      `so is /${path}`,
      async () => {
        const answer = await page.goto(host.url + path);
        assert.equal(answer?.status(), 200);
        assert.equal(await page.$eval('header', (header) => getComputedStyle(header).position), 'fixed');
      },
    ]),
    [
      'the search finds, filters, and its result opens',
      async () => {
        await page.locator('header [data-search]').click();
        await page.locator('#search-words').fill('backpressure');
        await page.waitForSelector('.search-hit:not(.is-coming) a');
        const all = await page.$eval('.search-said', (summary) => summary.textContent);
        await page.locator('.search-filters input[type=checkbox]').click();
        await page.waitForFunction((before) => document.querySelector('.search-said')?.textContent !== before, {}, all);
        const result = await page.waitForSelector('.search-hit:not(.is-coming) a');
        await page.goto(await result!.evaluate((link) => (link as HTMLAnchorElement).href));
        assert.ok(await page.$('h1'));
      },
    ],
    [
      'a trace can be stepped',
      async () => {
        await page.goto(host.url + TRACED);
        await page.$eval('loop-player', (player) => player.scrollIntoView());
        await page.locator('loop-player button[aria-label="Step forward"]').click();
        await page.waitForFunction(() => /^2 \//.test(document.querySelector('.tp-count')?.textContent ?? ''));
      },
    ],
    [
      'an address that leads nowhere says so',
      async () => {
        const answer = await page.goto(`${host.url}no/such/page/`);
        assert.equal(answer?.status(), 404);
        await says('Saved on');
        assert.equal(host.asked.length, asked, 'The host was asked although it was stopped.');
      },
    ],
  ];
}

/** Firefox: the one named by FIREFOX_PATH and no other, else the first on the PATH. */
function firefoxFound(): string | undefined {
  if (process.env['FIREFOX_PATH']) return process.env['FIREFOX_PATH'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return ['firefox-esr', 'firefox'].flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}
