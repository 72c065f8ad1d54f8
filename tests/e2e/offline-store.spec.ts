import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { test, wordOf } from './support/editions.ts';
import { expectEdition } from './support/expect-edition.ts';
import { keysOf, press, saveAll, says } from './support/offline.ts';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ mode: 'default' });

/** The search of the open page says that it cannot find all. */
async function expectSearchSaysSo(page: Page): Promise<void> {
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search the answers' });
  await dialog.getByRole('textbox', { name: 'Words to look for' }).fill(wordOf(1));
  await expect(dialog).toContainText('Parts of the saved copy are missing');
  await page.keyboard.press('Escape');
}

test('a file that goes missing is noticed without a network, and mended with one', async ({ page, context, host, editions }) => {
  const [one] = editions;
  await saveAll(page, host.url);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) if (/pagefind\/index|event-loop\/[^/]+\/\?/.test(request.url)) await cache.delete(request);
    }
  });
  await context.setOffline(true);
  await page.reload();
  await says(page, 'The saved copy is damaged; it is mended when you are online.');
  expect((await page.goto(host.url + one.pages[0]))?.status()).toBe(404);
  await page.goto(host.url);
  await expectSearchSaysSo(page);
  await context.setOffline(false);
  await says(page, 'Saved on');
  await context.setOffline(true);
  await expectEdition(page, host, one);
});

test('a file whose bytes have changed is not shown: it is noticed without a network, and mended with one', async ({ page, context, host, editions }) => {
  const [one] = editions;
  await saveAll(page, host.url);
  // Nobody reads the last page before it is mended.
  const damaged = [one.pages[0]!, one.pages.at(-1)!];
  await page.evaluate(async (paths) => {
    const cache = await caches.open('offline:/');
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      if (!paths.includes(pathname.slice(1)) && !pathname.startsWith('/pagefind/index/')) continue;
      const body = await (await cache.match(request))!.arrayBuffer();
      await cache.put(request, new Response(body.slice(0, body.byteLength - 9), { headers: { 'content-type': 'text/html' } }));
    }
  }, damaged);
  await context.setOffline(true);
  expect((await page.goto(host.url + one.pages[0]))?.status()).toBe(404);
  await says(page, 'The saved copy is damaged; it is mended when you are online.');
  await expectSearchSaysSo(page);
  await context.setOffline(false);
  await says(page, 'Saved on');
  await context.setOffline(true);
  for (const path of damaged) expect((await page.goto(host.url + path))?.status(), path).toBe(200);
  await expectEdition(page, host, one);
});

test('a browser that was closed while it saved goes on by itself, and fetches only the rest', async ({ host, edition, launchOptions }) => {
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  const start = async () => {
    const browser = await chromium.launchPersistentContext(profile, launchOptions);
    const page = await browser.newPage();
    await page.goto(host.url);
    return { browser, page };
  };
  host.options.latency = 150;
  const first = await start();
  await press(first.page, 'Save for offline');
  await says(first.page, /Saving: [2-9]\d of \d+ files/);
  await first.browser.close();
  host.options.latency = 0;
  host.asked.length = 0;
  const second = await start();
  await says(second.page, 'Saved on');
  expect(host.asked.filter((path) => path !== '/' && edition.files.includes(path.slice(1))).length).toBeLessThan(edition.files.length - 10);
  await second.browser.close();
  rmSync(profile, { recursive: true });
});

test('a browser that asks the reader whether it may keep it does not have to be answered', async ({ page, host }) => {
  // As Firefox does: the promise waits for the reader.
  await page.addInitScript(() => Object.defineProperty(navigator.storage, 'persist', { value: () => new Promise(() => {}) }));
  await saveAll(page, host.url);
});

test('when a browser has thrown everything away while a tab is open, the site comes from the host again', async ({ page, context, host, edition }) => {
  await saveAll(page, host.url);
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(host.url).origin, storageTypes: 'all' });
  expect(await keysOf(page)).toEqual([]);
  for (const path of edition.pages.slice(0, 2)) {
    expect((await page.goto(host.url + path))?.status()).toBe(200);
    await expect(page.getByRole('main')).toContainText('EDITION-1');
  }
});
