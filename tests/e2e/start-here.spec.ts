import { expect, test, type Locator, type Page } from '@playwright/test';
import { PATHS, stepsOf } from '../../src/bank/paths.ts';
import { expectFitAndAccessible } from './support/axe.ts';
import { open, watch } from './support/watch.ts';

const START = 'start-here/';
const path = (page: Page, id: string): Locator => page.locator('reading-path').nth(PATHS.findIndex((one) => one.id === id));
const state = (of: Locator): Locator => of.getByRole('status');
const count = (id: string): number => stepsOf(PATHS.find((one) => one.id === id)!).length;
const first = (of: Locator): Locator => of.getByRole('checkbox', { name: /^Read: What is Node\.js/ });

test('the start page leads to a path, and the path to its answers in order', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('main').getByRole('link', { name: 'an evening' }).click();
  await expect(page).toHaveURL(/start-here\/#evening$/);
  await expect(page.getByRole('heading', { level: 2, name: 'An evening' })).toBeInViewport();
  const links = path(page, 'evening').locator('li a');
  const slugs = stepsOf(PATHS[0]!).map(({ slug }) => expect.stringMatching(new RegExp(`/${slug}/$`)));
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(slugs);
  await links.first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^What is Node\.js/);
});

test('each path tells whom it serves, how many questions it has and how long they take', async ({ page }) => {
  await page.goto(START);
  for (const { id, title, serves } of PATHS) {
    const card = page.locator('.paths li').filter({ has: page.getByRole('link', { name: title, exact: true }) });
    await expect(card).toContainText(serves);
    await expect(card).toContainText(new RegExp(`${count(id)} questions · about (\\d hours? ?)?(\\d+ minutes)?$`));
    await expect(path(page, id).getByRole('listitem')).toHaveCount(count(id));
  }
});

test('what is ticked stays ticked, is counted, and is ticked on every path', async ({ page }) => {
  await page.goto(START);
  await first(path(page, 'evening')).check();
  await expect(state(path(page, 'evening'))).toHaveText(`1 of ${count('evening')} read`);
  await expect(state(path(page, 'junior'))).toHaveText(`1 of ${count('junior')} read`);
  await expect(state(path(page, 'senior'))).toHaveText(`0 of ${count('senior')} read`);
  await page.reload();
  await expect(first(path(page, 'week'))).toBeChecked();
  await expect(state(path(page, 'week'))).toHaveText(`1 of ${count('week')} read`);
});

test('reset empties one path only, and keeps the keyboard in it', async ({ page }) => {
  await page.goto(START);
  await expect(page.getByRole('button', { name: /^Reset/ })).toHaveCount(0);
  const [evening, senior] = [path(page, 'evening'), path(page, 'senior')];
  await evening.getByRole('checkbox').nth(3).check();
  await senior.getByRole('checkbox').nth(0).check();
  await page.getByRole('button', { name: 'Reset An evening' }).press('Enter');
  await expect(state(evening)).toHaveText(`0 of ${count('evening')} read`);
  await expect(state(senior)).toHaveText(`1 of ${count('senior')} read`);
  await expect(evening.getByRole('checkbox').first()).toBeFocused();
});

test('a second tab shows at once what is ticked in the first', async ({ page, context }) => {
  await page.goto(START);
  const second = await context.newPage();
  await second.goto(START);
  await first(path(page, 'evening')).check();
  await expect(state(path(second, 'evening'))).toHaveText(`1 of ${count('evening')} read`);
});

test('where storage is blocked or holds something else, ticking still works on the page', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const watched = watch(page, new URL(baseURL!).origin);
  await page.goto(START);
  watched.take();
  await first(path(page, 'evening')).check();
  await path(page, 'evening').getByRole('checkbox').nth(1).check();
  await expect(state(path(page, 'evening'))).toHaveText(`2 of ${count('evening')} read`);
  expect(watched.take()).toEqual([]);
});

test('a box is large enough for a thumb', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(START);
  for (const label of await path(page, 'evening').locator('label').all()) {
    const { width, height } = (await label.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
});

test('on paper there is the list with its boxes and no button', async ({ page }) => {
  await page.goto(START);
  await first(path(page, 'evening')).check();
  await page.emulateMedia({ media: 'print' });
  await expect(path(page, 'week').getByRole('listitem').last()).toBeVisible();
  await expect(page.locator('main button:visible')).toHaveCount(0);
});

test('the paths keep WCAG 2.2 AA in both themes, ticked and not, and fit a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await open(page, START);
  await first(path(page, 'evening')).check();
  await expectFitAndAccessible(page);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a path is a numbered list without boxes', async ({ page }) => {
    await page.goto(START);
    await expect(path(page, 'evening').locator('li:visible')).toHaveCount(count('evening'));
    await expect(page.locator('main').locator('input:visible, button:visible')).toHaveCount(0);
    await expect(page.getByText(/\d+ of \d+ read/).locator('visible=true')).toHaveCount(0);
    expect(await path(page, 'week').locator('ol').nth(1).getAttribute('start')).toBe(String(PATHS[1]!.stages[0]!.steps.length + 1));
  });
});
