import { expect, test, type Locator, type Page } from '@playwright/test';
import { setTheme, violations } from './support/axe.ts';
import { QUESTION } from './support/site.ts';

/** The first Predict of a page, with its parts by what a reader calls them. */
function predict(page: Page) {
  const quiz = page.locator('predict-quiz').first();
  const option = (kind: 'right' | 'wrong'): Locator => quiz.locator(`label:has(input${kind === 'right' ? '[data-correct]' : ':not([data-correct])'})`).first();
  return { quiz, option, check: quiz.getByRole('button', { name: 'Check' }), status: quiz.getByRole('status'), disclosure: quiz.locator('details') };
}

test.beforeEach(({ page }) => page.goto(QUESTION));

test('the options are a group of radios under the question', async ({ page }) => {
  const { quiz } = predict(page);
  const group = quiz.getByRole('group', { name: (await quiz.locator('.question').innerText()).trim() });
  expect(await group.getByRole('radio').count()).toBeGreaterThanOrEqual(2);
  for (const radio of await group.getByRole('radio').all()) {
    await expect(radio).toHaveAccessibleName(/\S/);
    await radio.check();
    await expect(group.getByRole('radio', { checked: true })).toHaveCount(1);
  }
});

test('nothing chosen: it asks for a choice and gives nothing away', async ({ page }) => {
  const { check, status, disclosure } = predict(page);
  await check.click();
  await expect(status).toHaveText('Choose an answer first.');
  await expect(disclosure).not.toHaveAttribute('open');
});

test('a wrong answer is called wrong, with its reason, and the right one stays hidden', async ({ page }) => {
  const { quiz, option, check, status, disclosure } = predict(page);
  await option('wrong').click();
  await check.click();
  await expect(status).toContainText(/^Not this one\. \S/);
  await expect(option('wrong')).toHaveAttribute('data-verdict', 'wrong');
  await expect(quiz.locator('[data-verdict=right]')).toHaveCount(0);
  await expect(disclosure).not.toHaveAttribute('open');
});

test('the right answer is called right, with its reason, and the output opens', async ({ page }) => {
  const { option, check, status, disclosure } = predict(page);
  await option('right').click();
  await check.click();
  await expect(status).toContainText(/^Right\. \S/);
  await expect(option('right')).toHaveAttribute('data-verdict', 'right');
  await expect(disclosure.locator('.is-output').first()).toBeVisible();
});

test('each option has its own reason', async ({ page }) => {
  const { quiz, check, status } = predict(page);
  const reasons = new Set<string>();
  const options = await quiz.getByRole('radio').all();
  for (const option of options) {
    await option.check();
    await check.click();
    reasons.add(await status.innerText());
  }
  expect(reasons.size).toBe(options.length);
});

test('another choice takes the verdict back', async ({ page }) => {
  const { quiz, option, check, status } = predict(page);
  await option('wrong').click();
  await check.click();
  await option('right').click();
  await expect(status).toBeEmpty();
  await expect(quiz.locator('[data-verdict]')).toHaveCount(0);
});

test('the keyboard is enough: arrows choose, Enter checks, the disclosure opens', async ({ page }) => {
  const { quiz, option, status, disclosure } = predict(page);
  const radios = quiz.getByRole('radio');
  const right = await quiz.locator('input').evaluateAll((inputs) => inputs.findIndex((input) => 'correct' in (input as HTMLElement).dataset));
  await radios.first().focus();
  await page.keyboard.press('Space');
  for (let i = 0; i < right; i++) await page.keyboard.press('ArrowDown');
  await expect(option('right').getByRole('radio')).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(status).toContainText(/^Right\./);
  await expect(option('right').getByRole('radio')).toBeFocused();
  await disclosure.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(disclosure).not.toHaveAttribute('open');
  await page.keyboard.press('Enter');
  await expect(disclosure).toHaveAttribute('open');
});

test('the verdict is a live region that was there before it spoke', async ({ page }) => {
  const { status } = predict(page);
  await expect(status).toBeEmpty();
  await expect(status).toBeAttached();
});

test('a verdict is more than a colour', async ({ page }) => {
  const { option, check } = predict(page);
  await option('wrong').click();
  await check.click();
  await expect(option('wrong')).toContainText('✕');
  await option('right').click();
  await check.click();
  await expect(option('right')).toContainText('✓');
});

for (const theme of ['light', 'dark'] as const) {
  test(`verdicts and the open output keep WCAG 2.2 AA (${theme})`, async ({ page }) => {
    const { option, check } = predict(page);
    await setTheme(page, theme);
    const inside = (kind: string) => violations(page, (axe) => axe.include('predict-quiz')).then((found) => found.map((line) => `${kind}: ${line}`));
    await option('wrong').click();
    await check.click();
    const wrong = await inside('wrong');
    await option('right').click();
    await check.click();
    expect([...wrong, ...(await inside('right'))]).toEqual([]);
  });
}
