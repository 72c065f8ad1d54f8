import { expect, test, type Locator, type Page } from '@playwright/test';
import { SEGMENTS } from '../../src/bank/segments.ts';
import { allPages, QUESTION, SEGMENT } from './support/site.ts';

const title = (page: Page): Locator => page.getByRole('heading', { level: 1 });
const answer = (page: Page): Locator => page.getByRole('region', { name: 'In half a minute' });

test('a reader clicks from the start page to a segment and on to an answer', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('main').getByRole('link', { name: 'The event loop', exact: true }).first().click();
  await expect(title(page)).toHaveText('The event loop');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Which runs first: process\.nextTick/ })
    .first()
    .click();
  await expect(title(page)).toHaveText(/^Which runs first: process\.nextTick/);
  await expect(answer(page)).toContainText('process.nextTick');
});

test('a reader comes from the start page to an answer with the keyboard alone', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page.getByRole('main').getByRole('link', { name: 'The event loop', exact: true }).first());
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('The event loop');
  await tabTo(
    page
      .getByRole('main')
      .getByRole('link', { name: /^Which phases/ })
      .first(),
  );
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText(/^Which phases/);
  await expect(answer(page)).toBeVisible();

  /** Presses Tab until this has the focus, and sees that the focus can be seen. */
  async function tabTo(target: Locator): Promise<void> {
    for (let i = 0; i < 150; i++) {
      if (await target.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
    expect(await target.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none');
  }
});

test('the start page leads to every segment and tells how many questions there are', async ({ page, request }) => {
  const pages = await allPages(request);
  const questions = pages.filter((path) => SEGMENTS.some(({ id }) => new RegExp(`/${id}/[^/]+/$`).test(path)));
  const segments = [...new Set(questions.map((path) => path.replace(/[^/]+\/$/, '')))];
  await page.goto('./');
  await expect(page.getByRole('main')).toContainText(`${questions.length} questions`);
  for (const segment of segments) await expect(page.locator(`main a[href="${segment}"]:visible`).first()).toBeVisible();
});

test('a segment lists each of its questions with its level and its answer in one line', async ({ page, request }) => {
  const inSegment = (await allPages(request)).filter((path) => path.includes(`/${SEGMENT}`) && !path.endsWith(`/${SEGMENT}`));
  await page.goto(SEGMENT);
  expect(inSegment.length).toBeGreaterThan(0);
  for (const path of inSegment) {
    const row = page
      .locator('main li')
      .filter({ has: page.locator(`a[href="${path}"]`) })
      .filter({ has: page.getByText(/^(junior|mid|senior)$/) });
    await expect(row, path).toBeVisible();
    expect((await row.locator('p').innerText()).length, path).toBeGreaterThan(10);
  }
});

test('previous and next lead through the questions in their order, and back', async ({ page }) => {
  await page.goto(SEGMENT);
  const order = await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  const start = order.findIndex((path) => path.endsWith(`/${SEGMENT}`));
  for (const expected of order.slice(start + 1, start + 4)) {
    await page.getByRole('link', { name: /^Next/ }).click();
    await expect(page).toHaveURL(new RegExp(`${expected}$`));
  }
  await page.getByRole('link', { name: /^Previous/ }).click();
  await expect(page).toHaveURL(new RegExp(`${order[start + 2]}$`));
});

test('after the last question of a segment comes the next segment', async ({ page }) => {
  await page.goto(SEGMENT);
  const current = page
    .getByRole('navigation', { name: 'Main' })
    .locator('ul.top-level > li')
    .filter({ has: page.locator('[aria-current=page]') });
  const following = await current.locator('+ li').getByRole('link').first().getAttribute('href');
  await page.goto((await current.getByRole('link').last().getAttribute('href'))!);
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page).toHaveURL(new RegExp(`${following}$`));
});

test('the sidebar shows the current segment and marks the current page', async ({ page }) => {
  await page.goto(QUESTION);
  const sidebar = page.getByRole('navigation', { name: 'Main' });
  await expect(sidebar.locator('[aria-current=page]')).toHaveCount(1);
  await expect(sidebar.locator('[aria-current=page]')).toHaveAttribute('href', new RegExp(`${QUESTION}$`));
});

test('what an interviewer asks next is two to five questions, each with its level, and leads there', async ({ page }) => {
  await page.goto(QUESTION);
  const next = page.getByRole('region', { name: 'They will ask next' });
  const links = next.getByRole('link');
  const count = await links.count();
  expect(count).toBeGreaterThanOrEqual(2);
  expect(count).toBeLessThanOrEqual(5);
  await expect(next.getByText(/^(junior|mid|senior)$/)).toHaveCount(count);
  const asked = await links.first().innerText();
  await links.first().click();
  await expect(title(page)).toHaveText(asked);
});

test('an answer names its sources, its review date and where to repair it', async ({ page }) => {
  await page.goto(QUESTION);
  const sources = page.getByRole('region', { name: 'Sources' });
  for (const href of await sources.locator('.sources a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)))
    expect(href).toMatch(/^https:\/\//);
  await expect(sources).toContainText(/Question \d+, reviewed \d+ \w+ 20\d\d/);
  await expect(page.getByRole('link', { name: 'Edit page' })).toHaveAttribute(
    'href',
    /^https:\/\/github\.com\/.+\/src\/content\/docs\/event-loop\/nexttick-vs-promises\.mdx$/,
  );
});

test('every heading of an answer is in the table of contents, and its link lands on it', async ({ page }) => {
  await page.goto(QUESTION);
  const headings = page.locator('.sl-markdown-content h2');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  for (const heading of await headings.all()) await expect(contents.getByRole('link', { name: await heading.innerText(), exact: true })).toBeVisible();
  await contents.getByRole('link', { name: await headings.last().innerText(), exact: true }).click();
  await expect(page).toHaveURL(/#[a-z0-9-]{1,32}$/);
  await expect(headings.last()).toBeInViewport();
});

test('every program says on which Node lines it ran', async ({ page }) => {
  await page.goto(QUESTION);
  const pills = page.locator('.is-run .ran');
  expect(await pills.count()).toBeGreaterThan(0);
  for (const text of await pills.allInnerTexts()) expect(text).toMatch(/^ran on Node \d\d( · \d\d)*$/);
});

test('an address that does not exist answers 404, offers to search for its words and shows the way back', async ({ page, baseURL }) => {
  const answer = await page.goto(`${baseURL}event-loop/no-such-question/`);
  expect(answer?.status()).toBe(404);
  await expect(title(page)).toBeVisible();
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /event loop/i })
      .first(),
  ).toHaveAttribute('href', /\/event-loop\/$/);
  await expect(page.getByRole('main').locator('button[data-search]')).toContainText('no such question');
});
