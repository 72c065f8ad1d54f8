import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { RULES, violations } from './support/axe.ts';
import { download, watchFiles } from './support/downloads.ts';

const address = (): string => pathToFileURL(download('handbook.html')).href;

/** The index is made in the page on first use; time for that on a machine that does other things as well, in milliseconds. */
const INDEXING = 60_000;
test.setTimeout(2 * INDEXING);

/** The answer about the phases of the event loop: a drawing, a table, programs, a myth. */
const PHASES = 24;

test('opens by double click, finds an answer in spite of a typing error and goes to it', async ({ page }) => {
  const noted = watchFiles(page);
  await page.goto(address());
  await page.keyboard.press('/');
  await page.getByRole('searchbox', { name: 'Search the handbook' }).fill('backpresure');
  const first = page.locator('#hits a').first();
  await expect(first).toHaveText('What is backpressure, and how is it signalled?', { timeout: INDEXING });
  await expect(page.getByRole('status')).toContainText('No answer has just these words');
  await first.click();
  await expect(page.getByRole('heading', { name: 'What is backpressure, and how is it signalled?' })).toBeInViewport();
  expect(noted).toEqual([]);
});

test('finds words as they are typed, and empties the list with Escape', async ({ page }) => {
  await page.goto(address());
  const field = page.getByRole('searchbox');
  await field.fill('UV_THREADPOOL_SIZE');
  await expect(page.getByRole('status')).toHaveText(/^\d+ answers$/, { timeout: INDEXING });
  await expect(page.locator('#contents')).toBeHidden();
  await field.press('Escape');
  await expect(page.locator('#hits a')).toHaveCount(0);
  await expect(page.locator('#contents')).toBeVisible();
});

test('shows drawings with their arrows, programs and outputs', async ({ page }) => {
  await page.goto(`${address()}#${PHASES}`);
  const answer = page.locator(`[id="${PHASES}"]`);
  const drawing = answer.getByRole('img', { name: 'One lap of the loop' });
  await expect(drawing).toBeVisible();
  expect((await drawing.boundingBox())!.width).toBeGreaterThan(300);
  expect(
    await drawing
      .locator('.a')
      .first()
      .evaluate((line) => getComputedStyle(line).markerEnd),
  ).toContain('#head');
  await expect(answer.locator('pre').first()).toContainText('nodeTiming.uvMetricsInfo.loopCount');
  await expect(answer.locator('pre.o').first()).toContainText('poll | lap +0');
});

test('is complete with JavaScript: drawings, why wrong options are wrong, titles of what comes next', async ({ page }) => {
  await page.goto(address());
  await expect(page.locator('figure').last().getByRole('img')).toBeAttached();
  expect(await page.locator('figure > svg > desc').count()).toBe(await page.locator('figure').count());
  const phases = page.locator(`[id="${PHASES}"]`);
  await expect(phases.locator('> p').first()).toHaveText('mid The event loop · on the site');
  await expect(phases.locator('> p').first().getByRole('link')).toHaveAttribute('href', /\/q\/24\/$/);
  await expect(phases.locator('> p').last()).toHaveText(/^They will ask next: \S+ \S+ .*\?/);
  await expect(page.locator('pre').filter({ hasText: /^\t/m })).toHaveCount(0);
  const reasons = page.locator('[id="30"] ol.r').first().locator('> li');
  await expect(reasons).toHaveText([/^Wrong:/, /^Wrong:/, /^Wrong:/, /^Right:/]);
});

test('an address that leads into it lands there, and stays there while drawings are put in', async ({ page }) => {
  for (const id of [PHASES, 150, 303]) {
    await page.goto('about:blank');
    await page.goto(`${address()}#${id}`);
    await expect(page.locator('figure').last().getByRole('img')).toBeAttached();
    await expect.poll(() => page.locator(`[id="${id}"]`).evaluate((answer) => Math.abs(answer.getBoundingClientRect().top))).toBeLessThan(20);
  }
});

test('prints its drawings', async ({ page }) => {
  await page.goto(`${address()}#${PHASES}`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator(`[id="${PHASES}"]`).getByRole('img').first()).toBeVisible();
});

test('where the browser cannot inflate, it reads as without JavaScript', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'DecompressionStream'));
  await page.goto(`${address()}#${PHASES}`);
  const answer = page.locator(`[id="${PHASES}"]`);
  await expect(answer.locator('figure p').first()).toBeInViewport({ ratio: 0 });
  await expect(answer.locator('svg')).toHaveCount(0);
  await page.getByRole('searchbox').fill('UV_THREADPOOL_SIZE');
  await expect(page.getByRole('status')).toHaveText(/^\d+ answers$/, { timeout: INDEXING });
});

test('follows the system in light and dark, and the choice of the reader', async ({ page }) => {
  const background = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(address());
  const light = await background();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(background).not.toBe(light);
  await page.getByRole('button', { name: 'Dark theme', pressed: true }).click();
  expect(await background()).toBe(light);
  await page.reload();
  expect(await background()).toBe(light);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on a phone, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(address());
    await page.getByRole('searchbox').fill('event loop');
    await expect(page.locator('#hits a').first()).toBeVisible({ timeout: INDEXING });
    const parts = ['nav', '.top', ...[PHASES, 26, 40, 1, 303].map((id) => `[id="${id}"]`)];
    expect(await violations(page, (axe) => parts.reduce((all, part) => all.include(part), axe.withTags(RULES)))).toEqual([]);
  });
}

test('nothing is wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(address());
  // Laid out in full, or what has not been in sight would not count.
  await page.evaluate(() => document.querySelectorAll('article').forEach((answer) => (answer.style.contentVisibility = 'visible')));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('reads from contents to follow-up question, and offers no search', async ({ page }) => {
    await page.goto(address());
    await expect(page.getByRole('searchbox')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Dark theme' })).toBeHidden();
    await page.getByText('The event loop (17)').click();
    await page.locator('nav').getByRole('link', { name: 'Which phases does the event loop have' }).click();
    const answer = page.locator(`[id="${PHASES}"]`);
    await expect(answer.getByRole('heading', { level: 3 })).toBeInViewport();
    await expect(answer.locator('figure p').first()).toContainText(/\w+ \w+/);
    await expect(answer.locator('svg')).toHaveCount(0);
    const next = answer.locator('> p').last().getByRole('link').first();
    const target = await next.getAttribute('href');
    await next.click();
    await expect(page.locator(`[id="${target!.slice(1)}"] h3`)).toBeInViewport();
  });
});

test('on paper every answer begins a page, and nothing stands there for fingers', async ({ page }) => {
  await page.goto(address());
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('nav')).toBeHidden();
  const style = await page
    .locator('article')
    .nth(5)
    .evaluate((answer) => {
      const { breakBefore, contentVisibility } = getComputedStyle(answer);
      return { breakBefore, contentVisibility };
    });
  expect(style).toEqual({ breakBefore: 'page', contentVisibility: 'visible' });
});

test('has every question of the bank, each id once, and no link inside that leads nowhere', () => {
  const html = readFileSync(download('handbook.html'), 'utf8');
  const ids = [...html.matchAll(/<[a-z]\w*[^<>]* id=("[^"]*"|[^\s>]+)/g)].map(([, id]) => id!.replaceAll('"', ''));
  expect(new Set(ids).size).toBe(ids.length);
  expect(html.match(/<article /g)!.length).toBeGreaterThan(300);
  const inside = [...html.matchAll(/ href=#([^\s>]+)/g)].map(([, id]) => id!);
  expect(inside.filter((id) => !ids.includes(id))).toEqual([]);
});
