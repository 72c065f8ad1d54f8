import { expect, test, type Page } from '@playwright/test';
import { QUESTION } from './support/site.ts';

const background = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test.describe('the theme', () => {
  test.use({ colorScheme: 'light' });

  test('follows the system until the reader chooses, and the choice is kept', async ({ page }) => {
    await page.goto(QUESTION);
    const light = await background(page);
    await page.getByLabel('Select theme').first().selectOption('dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    const dark = await background(page);
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await background(page)).toBe(dark);
    await page.getByLabel('Select theme').first().selectOption('auto');
    expect(await background(page)).toBe(light);
  });
});

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a program is copied as it was run', async ({ page }) => {
    await page.goto(QUESTION);
    const program = page.locator('.is-run').first();
    await program.hover();
    await program.getByRole('button', { name: 'Copy to clipboard' }).click();
    const lines = await program.locator('.ec-line').allInnerTexts();
    expect((await page.evaluate(() => navigator.clipboard.readText())).trimEnd().split('\n')).toEqual(lines.map((line) => line.replace(/\n$/, '')));
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('the menu opens, lists the segment and closes with Escape', async ({ page }) => {
    await page.goto(QUESTION);
    const menu = page.getByRole('button', { name: 'Menu' });
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Which phases/ });
    await expect(link).toBeHidden();
    await menu.tap();
    await expect(link).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(link).toBeHidden();
  });

  test('everything that is touched is at least 24 px high and wide', async ({ page }) => {
    await page.goto(QUESTION);
    const small = await page
      .locator('button:visible, summary:visible, label:visible, select:visible')
      .evaluateAll((controls) =>
        controls
          .map((control) => [control.outerHTML.slice(0, 80), control.getBoundingClientRect()] as const)
          .filter(([, box]) => box.width < 24 || box.height < 24),
      );
    expect(small).toEqual([]);
  });
});
