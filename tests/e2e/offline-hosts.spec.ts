import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { bundleWorker } from '../../src/offline/integration.ts';
import { CYRILLIC, LEADS_ON, test } from './support/editions.ts';
import type { SlashHabit } from './support/host.ts';
import { control, keysOf, saveAll, says } from './support/offline.ts';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ mode: 'default' });

const HABITS: SlashHabit[] = ['redirect', 'serve both', 'take it away', 'forbid index.html'];

for (const slash of HABITS) {
  test(`it is saved whole from a host that does this with slashes: ${slash}`, async ({ page, context, host, edition }) => {
    host.options.slash = slash;
    await saveAll(page, host.url);
    await context.setOffline(true);
    const path = edition.pages[4]!;
    for (const asked of [path, path.slice(0, -1), `${path}index.html`]) {
      const answer = await page.goto(host.url + asked);
      expect(answer?.status(), asked).toBe(200);
      await expect(page.getByRole('main')).toContainText('EDITION-1');
    }
    expect(new URL(page.url()).pathname.replace(/index\.html$/, '')).toBe(`/${path}`);
  });
}

test('a host that answers /404.html with 404 is no obstacle: the bytes are right', async ({ page, context, host, edition }) => {
  host.options.gate = (path, _, response) => {
    if (path !== '/404.html') return false;
    response.writeHead(404, { 'content-type': 'text/html' }).end(readFileSync(join(edition.dir, '404.html')));
    return true;
  };
  await saveAll(page, host.url);
  await context.setOffline(true);
  expect((await page.goto(`${host.url}no/such/page/`))?.status()).toBe(404);
  await expect(page.getByText('You are offline')).toBeVisible();
});

test('a host that changes a page is not believed', async ({ page, host, edition }) => {
  const changed = `/${edition.pages[2]}`;
  host.options.gate = (path, _, response) => {
    if (path !== changed) return false;
    response.writeHead(200, { 'content-type': 'text/html' }).end(`${readFileSync(join(edition.dir, path, 'index.html'), 'utf8')}<!-- injected -->`);
    return true;
  };
  await page.goto(host.url);
  await control(page).getByRole('button', { name: 'Save for offline' }).click();
  await says(page, /Paused at \d+ of \d+ files/);
});

test('a page outside ASCII, and an address that only leads on, work without a network', async ({ page, context, host, edition }) => {
  await saveAll(page, host.url);
  await context.setOffline(true);
  expect((await page.goto(host.url + CYRILLIC))?.status()).toBe(200);
  await page.goto(host.url + LEADS_ON);
  expect(new URL(page.url()).pathname).toBe(`/${edition.pages[2]}`);
  await expect(page.getByRole('main')).toContainText('EDITION-1');
});

test('online, a page that is not saved comes from the host', async ({ page, host }) => {
  await saveAll(page, host.url);
  host.options.gate = (path, _, response) => {
    if (path !== '/downloads/') return false;
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Downloads</title>');
    return true;
  };
  await page.goto(`${host.url}downloads/`);
  await expect(page).toHaveTitle('Downloads');
  expect((await page.goto(`${host.url}no/such/page/`))?.status()).toBe(404);
  await expect(page.getByText('You are offline')).toBeHidden();
});

test('a worker that withdraws gives the pages back to the host, and leaves nothing saved', async ({ page, host }) => {
  await saveAll(page, host.url);
  host.options.gate = (path, _, response) => {
    if (path === '/sw.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(bundleWorker('withdraw.client.ts'));
    else if (path === '/') response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>From the host</title>');
    return path === '/sw.js' || path === '/';
  };
  await page.reload();
  await expect(page).toHaveTitle('From the host', { timeout: 20_000 });
  expect(await keysOf(page)).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
