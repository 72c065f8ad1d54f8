import { expect, test } from '@playwright/test';
import { clickToAnAnswer } from './support/journey.ts';
import { QUESTION, SEGMENT } from './support/site.ts';

test.use({ javaScriptEnabled: false });

test('a question reads from its title to its sources', async ({ page }) => {
  await page.goto(QUESTION);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'In half a minute' }).locator('p')).toBeVisible();
  for (const heading of await page.locator('.sl-markdown-content h2').all()) await expect(heading).toBeVisible();
  await expect(page.locator('.is-run pre').first()).toBeVisible();
  await expect(page.locator('.is-output pre').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'They will ask next' }).getByRole('link').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Sources' }).getByRole('link').first()).toBeVisible();
});

test('a prediction is a disclosure with the output and a reason for each option', async ({ page }) => {
  await page.goto(QUESTION);
  const quiz = page.locator('predict-quiz').first();
  await expect(quiz.locator('.is-run')).toBeVisible();
  await expect(quiz.locator('form')).toBeHidden();
  await quiz.locator('summary').click();
  await expect(quiz.locator('.is-output').first()).toBeVisible();
  const reasons = quiz.locator('.reasons li');
  expect(await reasons.count()).toBeGreaterThanOrEqual(2);
  for (const text of await reasons.allInnerTexts()) expect(text).toMatch(/^(Right|Wrong): \S[\s\S]*\S/);
  await expect(reasons.filter({ hasText: /^Right:/ })).toHaveCount(1);
});

for (const path of ['./', SEGMENT, QUESTION, '404.html']) {
  test(`no control on ${path} does nothing`, async ({ page }) => {
    await page.goto(path);
    // A button that opens a popover works without a script.
    const dead = page.locator('button:visible:not([popovertarget]), select:visible, input:visible, [role=button]:visible');
    expect(await dead.evaluateAll((controls) => controls.map((control) => control.outerHTML.slice(0, 120)))).toEqual([]);
  });
}

for (const path of ['./', SEGMENT, QUESTION, '404.html']) {
  test(`${path} says that the search needs JavaScript`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('banner').getByText('The search needs JavaScript.')).toBeVisible();
    await expect(page.locator('offline-control')).toHaveCount(1);
    await expect(page.locator('offline-control')).toBeHidden();
  });
}

test('on a phone the menu opens all the same', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(QUESTION);
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Which phases/ })).toBeVisible();
});

test('a reader goes from the start page to an answer', async ({ page }) => {
  await page.goto('./');
  await clickToAnAnswer(page);
});
