import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';

interface WebManifest {
  start_url: string;
  scope: string;
  icons: { src: string; sizes: string; purpose: string }[];
}

test('Chromium finds nothing that would keep it from installing the site', async ({ page, context, baseURL }) => {
  await page.goto(baseURL!);
  const session = await context.newCDPSession(page);
  const { url, errors } = await session.send('Page.getAppManifest');
  expect(url).toBe(`${baseURL}manifest.webmanifest`);
  expect(errors).toEqual([]);
  // A test's context is a private window, in which nothing is ever installed.
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});

test('the icons are there, in the sizes that they are said to have, and the maskable one fills its square', async ({ request, baseURL }) => {
  const manifest = (await (await request.get(`${baseURL}manifest.webmanifest`)).json()) as WebManifest;
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(['192x192 any', '512x512 any', '512x512 maskable']);
  for (const { src, sizes, purpose } of manifest.icons) {
    const icon = sharp(await (await request.get(new URL(src, baseURL).href)).body());
    const { width, height } = await icon.metadata();
    expect(`${width}x${height}`, src).toBe(sizes);
    expect((await icon.stats()).isOpaque, src).toBe(purpose === 'maskable');
  }
});

test('iOS gets an icon without transparency', async ({ page, request, baseURL }) => {
  await page.goto(baseURL!);
  const href = await page.locator('link[rel=apple-touch-icon]').getAttribute('href');
  const icon = sharp(await (await request.get(new URL(href!, baseURL).href)).body());
  expect(await icon.metadata()).toMatchObject({ width: 180, height: 180 });
  expect((await icon.stats()).isOpaque).toBe(true);
});

test("the browser's frame has the colour of the paper in both themes", async ({ page, baseURL }) => {
  await page.goto(baseURL!);
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const [light, dark] = [...tokens.matchAll(/--sl-color-black: (#\w+);/g)].map(([, colour]) => colour);
  await expect(page.locator('meta[name=theme-color][media*=light]')).toHaveAttribute('content', light!);
  await expect(page.locator('meta[name=theme-color][media*=dark]')).toHaveAttribute('content', dark!);
});
