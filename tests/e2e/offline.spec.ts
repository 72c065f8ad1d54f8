import { globSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { expect, test } from '@playwright/test';
import { Host } from './support/host.ts';
import { failures, saveAll, says, titleOnDisk } from './support/offline.ts';

/** The built site. */
const DIST = resolve('dist');

/** A page with a trace, which the journey has not visited before. */
const TRACED = 'event-loop/predict-the-order/';

test.use({ serviceWorkers: 'allow' });

/** So many answers, spread over the bank. */
function answers(count: number): string[] {
  const all = globSync('*/*/index.html', { cwd: DIST })
    .map((file) =>
      file
        .split(sep)
        .join('/')
        .replace(/index\.html$/, ''),
    )
    .filter((path) => path.split('/').length === 3 && !/^(?:q|print|cards|downloads)\//.test(path))
    .sort();
  return Array.from({ length: count }, (_, i) => all[Math.floor(((i + 0.5) * all.length) / count)]!);
}

test('after one visit everything is there without a network: pages, search, traces, copying, the 404 page', async ({ page, context }) => {
  test.setTimeout(120_000);
  const host = await new Host({ dir: DIST }).start();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await saveAll(page, host.url);
  const before = host.asked.length;
  // Both: nobody listens, and the browser believes that there is no network.
  await host.stop();
  await context.setOffline(true);
  const failed = failures(context);

  await test.step('the page one is on', async () => {
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
  for (const path of answers(10)) {
    await test.step(path, async () => {
      const answer = await page.goto(host.url + path);
      expect(answer?.status()).toBe(200);
      // Not the start page in disguise, and with its styles.
      expect(await page.title()).toBe(titleOnDisk(DIST, path));
      expect(
        await page
          .locator('header')
          .first()
          .evaluate((header) => getComputedStyle(header).position),
      ).toBe('fixed');
    });
  }
  await test.step('the search, with a filter, and a result with its words marked', async () => {
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog', { name: 'Search the answers' });
    // Mistyped on purpose: the words that correct it are saved, too.
    await dialog.getByRole('textbox', { name: 'Words to look for' }).fill('backpresure');
    await expect(dialog.locator('.search-said')).toContainText('Showing results for backpressure');
    const hits = dialog.locator('.search-hit:not(.is-coming)');
    await expect(hits.first()).toContainText(/backpressure/i);
    const all = await dialog.locator('.search-said').innerText();
    await dialog.getByRole('checkbox', { name: 'senior' }).check();
    await expect(dialog.locator('.search-said')).not.toHaveText(all);
    await expect(hits.first()).toContainText(/senior/i);
    // A page may be found by another name of its subject; a section is found by its words.
    await hits.locator('.search-parts a').first().click();
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('searched')?.size ?? 0)).toBeGreaterThan(0);
  });
  await test.step('a trace, stepped', async () => {
    await page.goto(host.url + TRACED);
    const player = page.locator('loop-player').first();
    await player.scrollIntoViewIfNeeded();
    await player.getByRole('button', { name: 'Step forward', exact: true }).click();
    await expect(player.locator('.tp-count')).toHaveText(/^2 \//);
  });
  await test.step('a copy button', async () => {
    await page.getByRole('button', { name: 'Copy link', exact: true }).first().click();
    await expect(page.getByText('Link copied').first()).toBeAttached();
  });
  await test.step('an address without its slash, and with a query', async () => {
    await page.goto(`${host.url}${TRACED.slice(0, -1)}?utm_source=train`);
    expect(new URL(page.url()).pathname).toBe(`/${TRACED}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
  expect(failed).toEqual([]);
  await test.step('an address that leads nowhere', async () => {
    const answer = await page.goto(`${host.url}no/such/page/`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not saved here');
    await expect(page.getByText('You are offline')).toBeVisible();
    await expect(page.getByText('No answer stands at this address')).toBeHidden();
  });
  expect(host.asked.length).toBe(before);
  await says(page, 'Saved on');
});
