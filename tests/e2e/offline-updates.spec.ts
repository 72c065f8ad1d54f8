import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { ADDED, DROPPED, test, wordOf, type SmallSite } from './support/editions.ts';
import { expectEdition } from './support/expect-edition.ts';
import { editionOf, keysOf, press, saveAll, says, searchIn } from './support/offline.ts';

test.use({ serviceWorkers: 'allow' });
// The editions are made once. Each test saves several: in half a minute only on a machine that does nothing else.
test.describe.configure({ mode: 'default', timeout: 90_000 });

const SOON = { timeout: 20_000 };

/** Uses the edition that waits. */
async function switchTo(page: Page, edition: SmallSite): Promise<void> {
  await says(page, 'A new version is saved.');
  await press(page, 'Reload');
  await page.waitForFunction((wanted) => getComputedStyle(document.documentElement).getPropertyValue('--edition').trim() === wanted, String(edition.number));
}

for (const cacheControl of ['no-store', 'max-age=600']) {
  test(`a new edition is saved beside the old one, offered, and used whole (${cacheControl})`, async ({ page, context, host, editions }) => {
    const [one, two] = editions;
    host.options.cacheControl = cacheControl;
    // This one came from the network.
    const first = await context.newPage();
    await saveAll(first, host.url);
    const older = await context.newPage();
    await older.goto(host.url + one.pages[3]);
    expect(await searchIn(older, wordOf(1))).toMatchObject({ editions: ['1'] });

    host.options.dir = two.dir;
    await page.goto(host.url + one.pages[0]);
    await says(page, 'A new version is saved.');
    await expectEdition(page, host, one);
    await switchTo(page, two);
    await expectEdition(page, host, two);

    // The older tabs say so, and what they have not loaded yet is still there.
    for (const tab of [first, older]) await says(tab, 'This tab shows an older version.');
    expect(await searchIn(older, 'loop')).toMatchObject({ editions: ['1'] });
    await press(older, 'Reload');
    await expect.poll(async () => (await editionOf(older)).text).toBe('2');

    await host.stop();
    await context.setOffline(true);
    expect((await page.goto(host.url + ADDED))?.status()).toBe(200);
    expect((await editionOf(page)).text).toBe('2');
    expect((await page.goto(host.url + DROPPED))?.status()).toBe(404);
    await host.start();
  });
}

test('a saving that is interrupted goes on where it stopped', async ({ page, host, editions }) => {
  const half = Math.round(editions[0].files.length / 2);
  let count = 0;
  host.options.gate = (path, request) => {
    if (path === '/sw.js' || path.startsWith('/offline/') || ++count <= half) return false;
    request.socket.destroy();
    return true;
  };
  await page.goto(host.url);
  count = 0;
  await press(page, 'Save for offline');
  await says(page, /Paused at \d+ of \d+ files/);
  const kept = (await keysOf(page)).length;
  expect(kept).toBeGreaterThan(half / 2);
  host.options.gate = null;
  host.asked.length = 0;
  await press(page, 'Go on');
  await says(page, 'Saved on');
  const { files } = editions[0];
  expect(host.asked.filter((path) => files.includes(path.slice(1))).length).toBe(files.length - kept);
});

test('a worker that the browser ends is begun again, as long as it gets on', async ({ page, context, host }) => {
  host.options.latency = 200;
  await page.goto(host.url);
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await press(page, 'Save for offline');
  await says(page, /Saving: [1-9]\d* of \d+ files/);
  // Chromium does so by itself after five minutes of installing.
  await session.send('ServiceWorker.stopAllWorkers');
  host.options.latency = 0;
  await says(page, 'Saved on');
  expect(host.asked.filter((path) => path === '/sw.js').length).toBeGreaterThan(1);
});

test('an update that is interrupted leaves the old edition whole, and goes on later', async ({ page, context, host, editions }) => {
  const [one, two] = editions;
  await saveAll(page, host.url);
  let count = 0;
  host.options.dir = two.dir;
  host.options.gate = (path, request) => {
    if (path === '/sw.js' || path.startsWith('/offline/') || ++count <= 12) return false;
    request.socket.destroy();
    return true;
  };
  await page.goto(host.url + one.pages[1]);
  await says(page, 'The new version is not whole yet.');
  await context.setOffline(true);
  await expectEdition(page, host, one);
  await context.setOffline(false);
  host.options.gate = null;
  await page.reload();
  await switchTo(page, two);
  await expectEdition(page, host, two);
});

test('a deploy that is half done is refused until it is whole', async ({ page, host, editions }) => {
  const [one, two] = editions;
  await saveAll(page, host.url);
  const late = new Set(one.pages.slice(0, 4).map((path) => `/${path}`));
  host.options.dir = two.dir;
  host.options.gate = (path, _, response) => {
    if (!late.has(path)) return false;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(readFileSync(join(one.dir, path, 'index.html')));
    return true;
  };
  await page.goto(host.url + one.pages[5]);
  await says(page, 'The new version is not whole yet.');
  await expectEdition(page, host, one);
  host.options.gate = null;
  await page.reload();
  await switchTo(page, two);
  await expectEdition(page, host, two);
});

test('a third edition that comes while the second waits takes its place', async ({ page, context, host, editions }) => {
  const [one, two, three] = editions;
  await saveAll(page, host.url);
  const older = await context.newPage();
  await older.goto(host.url + one.pages[3]);
  await searchIn(older, wordOf(1));
  host.options.dir = two.dir;
  await page.goto(host.url + one.pages[0]);
  await says(page, 'A new version is saved.');
  host.options.dir = three.dir;
  await page.reload();
  await expect.poll(async () => (await keysOf(page)).some((key) => key.includes('edition3')), SOON).toBe(true);
  await says(page, 'A new version is saved.');
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.installing ?? null), SOON).toBe(null);
  await switchTo(page, three);
  // The tab from before both.
  expect(await searchIn(older, 'loop')).toMatchObject({ editions: ['1'] });
  await host.stop();
  await context.setOffline(true);
  await expectEdition(page, host, three);
  expect((await keysOf(page)).filter((key) => key.includes('edition2'))).toEqual([]);
  await host.start();
});

test('without room it says so, and the site works as before', async ({ page, context, host, editions }) => {
  const [one, two] = editions;
  const session = await context.newCDPSession(page);
  const room = (bytes: number) => session.send('Storage.overrideQuotaForOrigin', { origin: new URL(host.url).origin, quotaSize: bytes });
  await room(one.bytes / 2);
  await page.goto(host.url);
  await press(page, 'Save for offline');
  await says(page, /No room: \d+ of \d+ files are saved/);
  await page.goto(host.url + one.pages[2]);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await room(one.bytes * 1.4);
  await page.reload();
  await says(page, 'Saved on');
  host.options.dir = two.dir;
  await page.goto(host.url + one.pages[1]);
  await says(page, 'There is no room for the new version.');
  await context.setOffline(true);
  await expectEdition(page, host, one);
});
