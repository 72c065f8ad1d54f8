import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { RULES, violations } from './support/axe.ts';
import { download, watchFiles } from './support/downloads.ts';
import { QUESTION } from './support/site.ts';

/** The index is made in the page on first use; time for that on a machine that does other things as well, in milliseconds. */
const INDEXING = 60_000;
test.setTimeout(2 * INDEXING);

let folder: string;
/** A page of the unpacked site. */
const at = (path: string): string => pathToFileURL(join(folder, 'node-answered', path)).href;

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-zip-'));
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(download('site.zip'))))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('opens by double click, and every kind of page loads all it asks for', async ({ page }) => {
  const noted = watchFiles(page);
  for (const path of [
    'index.html',
    'event-loop/index.html',
    `${QUESTION}index.html`,
    'watch-node-run/index.html',
    'commonly-wrong/index.html',
    'questions/index.html',
    'start-here/index.html',
    'tags/index.html',
  ]) {
    await page.goto(at(path));
    // Some of the site's scripts begin with the second view.
    await page.reload();
    await page.evaluate(() => document.fonts.ready);
    await expect(page.locator('h1').first()).toBeVisible();
    expect(await page.evaluate(() => [...document.fonts].filter(({ family, status }) => status === 'error' && !family.includes('fallback')).length)).toBe(0);
  }
  expect(noted).toEqual([]);
});

test('goes from the home page to a segment to a question by its links', async ({ page }) => {
  await page.goto(at('index.html'));
  await page.locator('main').getByRole('link', { name: 'The event loop' }).first().click();
  await expect(page).toHaveURL(at('event-loop/index.html'));
  await page.locator('main').getByRole('link', { name: 'Which phases does the event loop have' }).click();
  await expect(page).toHaveURL(at('event-loop/phases/index.html'));
});

test('the search forgives a typing error, leads to the answer and marks nothing wrong', async ({ page }) => {
  const noted = watchFiles(page);
  await page.goto(at(`${QUESTION}index.html`));
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('textbox').fill('backpresure');
  const first = page.locator('.search-hit').first();
  await expect(first.locator('.search-title')).toHaveText('What is backpressure, and how is it signalled?', { timeout: INDEXING });
  await expect(first.locator('mark').first()).toHaveText(/backpressure/i);
  await expect(page.locator('.search-said')).toHaveText('No page has just this word. Showing pages with words like it.');
  await page.getByRole('dialog').getByRole('textbox').press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What is backpressure, and how is it signalled?');
  expect(noted).toEqual([]);
});

test('the search goes to a section, and filters by level', async ({ page }) => {
  await page.goto(at('index.html'));
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('how long poll waits');
  await page.locator('.search-parts a', { hasText: 'How long poll waits' }).first().click({ timeout: INDEXING });
  await expect(page).toHaveURL(/event-loop\/phases\/index\.html.*#poll$/);
  // A key pressed before the page's script has run is lost.
  await page.waitForLoadState();
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByText('senior', { exact: true }).first().click();
  await expect(page.locator('.search-hit .search-level').first()).toHaveText('senior', { timeout: INDEXING });
  expect(new Set(await page.locator('.search-hit .search-level').allTextContents())).toEqual(new Set(['senior']));
});

test('a recorded run steps, a prediction is judged, a program is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
  const noted = watchFiles(page);
  await page.goto(at('event-loop/phases/index.html'));
  const player = page.locator('loop-player').first();
  await player.scrollIntoViewIfNeeded();
  await expect(player.locator('.tp-count')).toHaveText(/^1 \/ \d+$/);
  await player.locator('[data-b=next]').click();
  await expect(player.locator('.tp-count')).toHaveText(/^2 \/ \d+$/);
  await expect(player.getByText('own jobs')).toHaveCount(0);

  const figure = page.locator('figure.is-run').first();
  const code = await figure.locator('.copy button').getAttribute('data-code');
  expect(code!.replaceAll('\u007f', '\n')).toMatch(/^const net = require\('node:net'\);\nconst \{ nodeTiming \}[\s\S]*\n\}\);$/);
  await figure.hover();
  await figure.locator('.copy button').click();
  await expect(figure.locator('.feedback')).toHaveText('Copied!');

  await page.goto(at(`${QUESTION}index.html`));
  const quiz = page.locator('predict-quiz').first();
  await quiz.locator('label').first().click();
  await quiz.locator('form button').click();
  await expect(quiz.locator('form .feedback')).toHaveText(/^(Right|Not this one)\. /);
  expect(noted).toEqual([]);
});

test('follows the system, and keeps the theme a reader chooses', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(at(`${QUESTION}index.html`));
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-theme', 'light');
  await page.locator('starlight-theme-select select').first().selectOption('dark');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  // The moon: the icon comes from a template.
  await expect(page.locator('starlight-theme-select svg.label-icon path').first()).toHaveAttribute('d', /^M21\.64 13/);
  await page.goto(at('index.html'));
  await expect(html).toHaveAttribute('data-theme', 'dark');
});

test('looks as the site does: the colours of code, of text and of boxes are the same', async ({ page, baseURL }) => {
  const look = async (): Promise<unknown> =>
    page.evaluate(() =>
      [...document.querySelectorAll('main :is(h1, p, .callout, .code, .code span, figure)')].flatMap((element) => {
        // A word in the plain colour may have lost its element.
        const { color, backgroundColor, fontSize } = getComputedStyle(element);
        return element.matches('.code span') && color === getComputedStyle(element.parentElement!).color
          ? []
          : [`${element.textContent.slice(0, 20)} ${color} ${backgroundColor} ${fontSize}`];
      }),
    );
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(new URL('event-loop/phases/', baseURL).href);
    const online = await look();
    await page.goto(at('event-loop/phases/index.html'));
    expect(await look()).toEqual(online);
    expect((online as string[]).length).toBeGreaterThan(100);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`on a phone nothing is too wide, and axe finds nothing, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(at(`${QUESTION}index.html`));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('textbox').fill('promise');
    await expect(page.locator('.search-hit').first()).toBeVisible({ timeout: INDEXING });
    expect(await violations(page, (axe) => axe.withTags(RULES))).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an answer reads in full, and its links lead on', async ({ page }) => {
    await page.goto(at('event-loop/phases/index.html'));
    await expect(page.locator('main')).toContainText('The loop is a C function of libuv');
    await expect(page.getByRole('img', { name: 'One lap of the loop' })).toBeVisible();
    await page.locator('.question-foot').getByRole('link').first().click();
    await expect(page.locator('h1')).toBeVisible();
  });
});
