import { expect, test } from '@playwright/test';
import { QUESTION } from './support/site.ts';

test.beforeEach(async ({ page }) => {
  await page.goto(QUESTION);
  await page.emulateMedia({ media: 'print' });
});

test('on paper there is no navigation and no control', async ({ page }) => {
  await expect(page.getByRole('navigation').locator('visible=true')).toHaveCount(0);
  expect(
    await page.locator('button:visible, select:visible, input:visible').evaluateAll((controls) => controls.map((control) => control.outerHTML.slice(0, 120))),
  ).toEqual([]);
});

test('on paper the short answer, programs, outputs and sources are there', async ({ page }) => {
  await expect(page.getByRole('region', { name: 'In half a minute' }).locator('p')).toBeVisible();
  await expect(page.locator('.is-run pre').first()).toBeVisible();
  await expect(page.locator('.is-output pre').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Sources' }).getByRole('link').first()).toBeVisible();
});

test('on paper what a disclosure hides is printed', async ({ page }) => {
  const quiz = page.locator('predict-quiz').first();
  await expect(quiz.locator('details')).not.toHaveAttribute('open');
  const heights = await quiz.locator('.is-output, .reasons li').evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().height));
  expect(heights.length).toBeGreaterThanOrEqual(3);
  for (const height of heights) expect(height).toBeGreaterThan(10);
  expect(await quiz.locator('.reasons').evaluate((list) => list.checkVisibility({ contentVisibilityAuto: true }))).toBe(true);
});

test('on paper a source shows its address', async ({ page }) => {
  const after = await page
    .getByRole('region', { name: 'Sources' })
    .getByRole('link')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(after).toContain('https://');
});

test('on paper the way to report an error, whose address fills in a form, is left out', async ({ page }) => {
  await expect(page.getByText('Something is wrong?')).toBeHidden();
});

test('on paper the code and the steps of a recorded run have the whole width', async ({ page }) => {
  // The width of a sheet of A4 between its margins: there a player on the screen has two columns.
  await page.setViewportSize({ width: 720, height: 1000 });
  const player = page.locator('loop-player').first();
  await player.scrollIntoViewIfNeeded();
  await expect(player.locator('.tp-left')).toHaveCount(1);
  const [whole, ...parts] = await player.locator('.tp, .tp-code, .tp-steps').evaluateAll((found) => found.map((part) => part.getBoundingClientRect().width));
  expect(parts).toHaveLength(2);
  for (const part of parts) expect(part / whole!).toBeGreaterThan(0.9);
});

test('on paper the page is dark on light, whatever the theme on the screen', async ({ page }) => {
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  const luminance = (colour: string): number => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, n) => sum + Number(n), 0) / 765;
  // The text, a program, a word in its common colour, and one with a colour of its own.
  for (const selector of ['.sl-markdown-content p', '.is-run pre', '.is-run .code', '.is-run .code span:not(.indent)']) {
    const colour = await page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).color);
    expect(luminance(colour), selector).toBeLessThan(0.5);
  }
});

test('a printed page has pages', async ({ page }) => {
  const pdf = await page.pdf({ format: 'A4' });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(sheets).toBeGreaterThan(1);
  expect(sheets).toBeLessThan(12);
});
