import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { setTheme, violations } from './support/axe.ts';
import { test } from './support/editions.ts';
import { control, keysOf, press, saveAll, says } from './support/offline.ts';
import { open } from './support/watch.ts';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ mode: 'default' });

const isSaving = (page: Page): Promise<boolean> => page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration()));

test('a first page view loads a launcher of 0.4 KB, and saves nothing; the second begins to save', async ({ page, host }) => {
  const scripts: { path: string; text: string }[] = [];
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) scripts.push({ path: new URL(response.url()).pathname, text: await response.text() });
  });
  await open(page, host.url);
  await expect(control(page).getByRole('button', { name: /^Save for offline \(\d+ MB\)$/ })).toBeVisible();
  await page.waitForTimeout(500);
  const launchers = scripts.filter(({ text }) => text.includes('offline-control'));
  expect(launchers.map(({ path }) => path)).toEqual([expect.stringContaining('/_astro/OfflineControl')]);
  expect(gzipSync(launchers[0]!.text).length).toBeLessThan(430);
  expect(await isSaving(page)).toBe(false);
  await page.reload();
  await says(page, 'Saved on');
});

test('for who saves data, nothing is saved but by the button', async ({ page, host }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  for (let view = 0; view < 3; view++) {
    await open(page, host.url);
    await page.waitForTimeout(300);
    expect(await isSaving(page)).toBe(false);
  }
  await press(page, 'Save for offline');
  await says(page, 'Saved on');
});

test('a saving that began before the reader wished to save data waits until it is asked to go on', async ({ page, host }) => {
  await page.goto(host.url);
  host.options.gate = (path, request) => path.startsWith('/pagefind/') && !!request.socket.destroy();
  await press(page, 'Save for offline');
  await says(page, 'Paused');
  host.options.gate = null;
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await page.reload();
  await says(page, 'Paused.');
  expect(await isSaving(page)).toBe(false);
  await press(page, 'Go on');
  await says(page, 'Saved on');
});

test('on localhost, where a site is built, nothing is saved unasked', async ({ page, host }) => {
  const local = host.url.replace('127.0.0.1', 'localhost');
  for (let view = 0; view < 3; view++) {
    await open(page, local);
    await page.waitForTimeout(300);
    expect(await isSaving(page)).toBe(false);
  }
});

test('it tells how far it is, can be paused, and goes on when the reader wants it', async ({ page, host, edition }) => {
  host.options.latency = 150;
  await page.goto(host.url);
  await press(page, 'Save for offline');
  await says(page, /Saving: [1-9]\d* of \d+ files/);
  await expect(control(page).getByRole('progressbar', { name: 'Saved files' })).toHaveAttribute('max', String(edition.files.length));
  await press(page, 'Pause');
  await says(page, /Paused at \d+ of \d+ files\./);
  // Also on the next page, and nothing goes on by itself.
  await page.goto(host.url + edition.pages[0]);
  await says(page, 'Paused.');
  expect(await isSaving(page)).toBe(false);
  host.options.latency = 0;
  await press(page, 'Go on');
  await says(page, `Saved on ${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format()}.`);
});

test('news is announced, the count is not, and the keyboard keeps its place', async ({ page, host }) => {
  host.options.latency = 100;
  await page.goto(host.url);
  const button = control(page).getByRole('button', { name: 'Save for offline' });
  await button.focus();
  await page.keyboard.press('Enter');
  const live = control(page).getByRole('status');
  await expect(live).toHaveText(/^Saving/);
  const announced = await live.innerText();
  await says(page, /: [2-9]\d of/);
  expect(await live.innerText()).toBe(announced);
  await expect(control(page).getByRole('button', { name: 'Pause' })).toBeFocused();
  await expect(live).toHaveText(/^Saved on/, { timeout: 20_000 });
  // No button takes the place of the one that is gone, least of all one that deletes.
  await expect(control(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(control(page).getByRole('button', { name: 'Remove' })).toBeFocused();
});

test('removing leaves nothing behind, in all tabs, and it is not saved again by itself', async ({ page, context, host }) => {
  await saveAll(page, host.url);
  const other = await context.newPage();
  await other.goto(host.url);
  await says(other, 'Saved on');
  // What a reader has ticked is theirs.
  await page.evaluate(() => localStorage.setItem('ticked', 'mine'));
  await press(page, 'Remove');
  for (const tab of [page, other]) await says(tab, 'Nothing is saved on this device any more.');
  // Tabs that are still open read from the network, and do not bring it back.
  await other.evaluate(() => fetch('/icon.svg'));
  expect(await keysOf(page)).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem('ticked'))).toBe('mine');
  for (let view = 0; view < 2; view++) {
    await page.goto(host.url);
    await page.waitForTimeout(300);
    expect(await isSaving(page)).toBe(false);
  }
  await press(page, 'Save for offline');
  await says(page, 'Saved on');
});

test('a browser that refuses is named, not blamed', async ({ page, host }) => {
  await page.addInitScript(() => {
    navigator.serviceWorker.register = () => Promise.reject(new DOMException('', 'SecurityError'));
  });
  await page.goto(host.url);
  // The second view would begin by itself: nobody asked, so nothing is said.
  await open(page, host.url);
  await expect(control(page)).toHaveAttribute('data-state', 'offered');
  await press(page, 'Save for offline');
  await says(page, 'This browser refused to save the site (SecurityError).');
});

test('without a connection the button says so, and can be pressed again', async ({ page, context, host }) => {
  await open(page, host.url);
  await context.setOffline(true);
  await press(page, 'Save for offline');
  await says(page, 'Not now: no connection.');
  await expect(control(page).getByRole('status')).toHaveText('Not now: no connection.');
  await context.setOffline(false);
  await press(page, 'Save for offline');
  await says(page, 'Saved on');
});

test('what another site of the same address has noted counts for nothing here', async ({ page, host }) => {
  await page.addInitScript(() => Object.assign(localStorage, { offline: 'on', 'offline:/bank/': 'seen' }));
  await open(page, host.url);
  await page.waitForTimeout(500);
  expect(await isSaving(page)).toBe(false);
  await page.reload();
  await says(page, 'Saved on');
});

test('the page that explains it tells its news once, though it has two of these lines', async ({ page, host, edition }) => {
  // No page of the small site is this one: it answers with the line of another page, twice.
  host.options.gate = (path, _, response) => {
    if (path !== '/use-it-offline/') return false;
    const html = readFileSync(join(edition.dir, 'index.html'), 'utf8');
    const [line] = /<offline-control[\s\S]*?<\/offline-control>/.exec(html)!;
    response.writeHead(200, { 'content-type': 'text/html' }).end(html.replace(/<main[^>]*>/, (main) => main + line));
    return true;
  };
  await page.goto(`${host.url}use-it-offline/`);
  await press(page, 'Save for offline');
  await says(page, 'Saved on');
  const lines = page.locator('offline-control');
  await expect(lines).toHaveCount(2);
  expect((await lines.getByRole('status').allInnerTexts()).filter(Boolean)).toHaveLength(1);
});

test('the page that explains it has the same line', async ({ page, baseURL }) => {
  await page.goto(`${baseURL}use-it-offline/`);
  const line = page.locator('.sl-markdown-content offline-control');
  await expect(line.getByRole('button', { name: /^Save for offline \(\d+ MB\)$/ })).toBeVisible();
  await expect(page.getByText(/^Everything a reader can open here: [2-9]\d\d files/)).toBeVisible();
});

test('it is accessible before, while it saves and after, in both themes', async ({ page, host }) => {
  const axe = async (): Promise<void> => {
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(page, theme);
      expect(await violations(page, (builder) => builder.include('.offline')), theme).toEqual([]);
    }
  };
  host.options.latency = 500;
  await page.goto(host.url);
  await axe();
  await press(page, 'Save for offline');
  await says(page, /: [1-9]\d* of/);
  await axe();
  await expect(control(page)).toHaveAttribute('data-state', 'saving');
  host.options.latency = 0;
  await says(page, 'Saved on');
  await axe();
});

test('on a phone nothing sticks out, and every button is high enough', async ({ page, host }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  host.options.latency = 150;
  await page.goto(host.url);
  await press(page, 'Save for offline');
  await says(page, /: [1-9]\d* of/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  for (const button of await control(page).getByRole('button').all()) expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(24);
});

test.describe('where it cannot work', () => {
  test('without JavaScript it is absent', async ({ browser, host }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(host.url);
    await expect(page.locator('offline-control')).toBeHidden();
    await context.close();
  });

  test('without service workers it is absent', async ({ page, host }) => {
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }));
    await open(page, host.url);
    await expect(page.locator('offline-control').first()).toBeHidden();
  });
});
