import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test as plain } from '@playwright/test';
import { preview } from 'astro';
import { clickToAnAnswer } from './support/journey.ts';
import { failures, saveAll } from './support/offline.ts';
import { QUESTION, SEGMENT } from './support/site.ts';
import { open, watch } from './support/watch.ts';

const BASE = '/bank';

/** The site built and served under a sub-path, as on GitHub Pages: once for all tests of this file. */
const test = plain.extend<object, { site: string }>({
  site: [
    async ({}, use) => {
      const outDir = await mkdtemp(join(tmpdir(), 'base-path-'));
      // Without the files to take away: they take as long as the pages, and their unit tests are of a site under a sub-path.
      const env = { ...process.env, BASE, SITE: 'https://example.org', DOWNLOADS: 'no', ASTRO_TELEMETRY_DISABLED: '1' };
      await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir], { env, maxBuffer: 2 ** 26 });
      const server = await preview({ outDir, base: BASE, server: { port: 0, host: 'localhost' }, logLevel: 'error' });
      await use(`http://localhost:${server.port}${BASE}/`);
      await server.stop();
      await rm(outDir, { recursive: true });
    },
    // A build without drawn cards takes 80 seconds alone, and other tests run beside this one.
    { scope: 'worker', timeout: 600_000 },
  ],
});

// One build serves all of them.
test.describe.configure({ mode: 'serial' });

test('under a sub-path pages load without an error, and every link stays below it', async ({ page, site }) => {
  const watched = watch(page, new URL(site).origin);
  for (const path of ['', SEGMENT, QUESTION, 'start-here/', 'questions/', 'tags/', 'tags/streams/']) {
    await open(page, site + path);
    expect(watched.take(), path).toEqual([]);
    const links = await page
      .locator('a[href^="/"], link[href^="/"], [src^="/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? one.getAttribute('src')));
    expect(links.length).toBeGreaterThan(10);
    expect(
      links.filter((link) => !link?.startsWith(`${BASE}/`)),
      path,
    ).toEqual([]);
  }
});

test('under a sub-path a reader clicks from the start page to an answer and on', async ({ page, site }) => {
  await page.goto(site);
  await clickToAnAnswer(page);
  await page.getByRole('region', { name: 'They will ask next' }).getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`^${site}event-loop/`));
});

test('under a sub-path a page names its public address and its image', async ({ page, site }) => {
  await page.goto(site + QUESTION);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `https://example.org${BASE}/${QUESTION}`);
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute(
    'content',
    new RegExp(`^https://example\\.org${BASE}/cards/.+\\.png\\?v=[0-9a-f]{8}$`),
  );
});

test('under a sub-path a short address leads to its question, and is copied with the public address', async ({ browser, site }) => {
  const page = await (await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })).newPage();
  await page.goto(`${site}q/26/#the-caller`);
  await expect(page).toHaveURL(`${site}${QUESTION}#the-caller`);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`https://example.org${BASE}/q/26/`);
});

test('under a sub-path a missing page leads back into the site', async ({ page, site }) => {
  await page.goto(`${site}404.html`);
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /event loop/i })
      .first(),
  ).toHaveAttribute('href', `${BASE}/event-loop/`);
});

test.describe('saved for offline reading', () => {
  test.use({ serviceWorkers: 'allow' });
  test('under a sub-path everything is there without a network, and nothing of its neighbours is touched', async ({ page, context, site }) => {
    await page.goto(site);
    await page.evaluate(() => caches.open('offline:/'));
    await saveAll(page, site);
    expect(await page.evaluate(() => caches.keys())).toEqual(['offline:/', 'offline:/bank/']);
    await context.setOffline(true);
    const failed = failures(context);
    for (const path of ['', SEGMENT, QUESTION, QUESTION.slice(0, -1)]) {
      expect((await page.goto(site + path))?.status(), path).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Search the answers' });
    await dialog.getByRole('textbox', { name: 'Words to look for' }).fill('nexttick');
    await dialog.locator('.search-hit:not(.is-coming) a').first().click();
    await expect(page).toHaveURL(new RegExp(`^${site}.+`));
    expect(failed).toEqual([]);
  });
});
