import { expect, test } from '@playwright/test';
import { expectFitAndAccessible } from './support/axe.ts';
import { allPages, QUESTION } from './support/site.ts';
import { open } from './support/watch.ts';

const INDEX = 'tags/';
const STREAMS = 'tags/streams/';

test('a question leads by its tags to questions of the same kind, itself among them', async ({ page }) => {
  await page.goto(QUESTION);
  const tags = page.getByRole('main').getByRole('list', { name: 'Tags' }).getByRole('link');
  expect(await tags.count()).toBeGreaterThan(0);
  await tags.first().click();
  await expect(page).toHaveURL(/\/tags\/[a-z0-9-]+\/$/);
  await expect(page.getByRole('main').locator(`a[href$="/${QUESTION}"]`)).toBeVisible();
});

test('the list of tags leads to every tag page and tells the right number of questions', async ({ page, request }) => {
  const tagPages = (await allPages(request)).filter((path) => /\/tags\/[^/]+\/$/.test(path));
  expect(tagPages.length).toBeGreaterThan(60);
  await page.goto(INDEX);
  const rows = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator('a[href*="/tags/"]') });
  const listed = await rows.evaluateAll((all) =>
    all.map((row) => ({ path: row.querySelector('a')!.pathname, count: Number.parseInt(row.querySelector('.count')!.textContent, 10) })),
  );
  expect(listed.map(({ path }) => path).toSorted()).toEqual(tagPages.toSorted());
  for (const { path, count } of listed.slice(0, 8)) {
    await page.goto(path);
    await expect(page.locator('main .questions li'), path).toHaveCount(count);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`: ${count} question`);
  }
});

test('a tag lists its questions from junior to senior within each segment', async ({ page }) => {
  await page.goto(STREAMS);
  const order = ['junior', 'mid', 'senior'];
  for (const list of await page.locator('main .questions').all()) {
    const ranks = (await list.locator('.level').allInnerTexts()).map((level) => order.indexOf(level));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(ranks).not.toContain(-1);
  }
});

test('a tag is narrowed further on the page with all questions', async ({ page }) => {
  await page.goto(STREAMS);
  const count = await page.locator('main .questions li').count();
  await page.getByRole('link', { name: 'Narrow these down by level or words' }).click();
  await expect(page).toHaveURL(/questions\/\?tag=streams$/);
  await expect(page.getByRole('combobox', { name: 'Tag' })).toHaveValue('streams');
  await expect(page.locator('question-filter li:visible')).toHaveCount(count);
});

test('pages that only list are not in the search index', async ({ request }) => {
  for (const path of [INDEX, STREAMS, 'questions/', 'start-here/'])
    expect((await (await request.get(path)).text()).includes('data-pagefind-body'), path).toBe(false);
});

test('without JavaScript tags lead from a question to others', async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! })).newPage();
  await page.goto(QUESTION);
  await page.getByRole('main').getByRole('list', { name: 'Tags' }).getByRole('link').first().click();
  expect(await page.locator('main .questions li:visible').count()).toBeGreaterThan(1);
  await page.context().close();
});

for (const path of [INDEX, STREAMS]) {
  test(`${path} keeps WCAG 2.2 AA in both themes and fits a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await open(page, path);
    await expectFitAndAccessible(page);
  });
}
