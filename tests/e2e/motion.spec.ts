import { expect, test, type Page } from '@playwright/test';
import { QUESTION, SEGMENT } from './support/site.ts';

/** Goes to the next page by a link; gives whether the browser made a transition of it. */
async function transitionOnNext(page: Page): Promise<boolean> {
  await page.addInitScript(() => {
    addEventListener('pagereveal', (event) => {
      document.documentElement.dataset['transition'] = String((event as Event & { viewTransition: unknown }).viewTransition !== null);
    });
  });
  await page.goto(SEGMENT);
  await page.getByRole('link', { name: /^Next/ }).click();
  await expect(page).not.toHaveURL(new RegExp(`/${SEGMENT}$`));
  await expect(page.locator('html')).toHaveAttribute('data-transition', /true|false/);
  return (await page.locator('html').getAttribute('data-transition')) === 'true';
}

test('pages fade into one another', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await transitionOnNext(page)).toBe(true);
});

test.describe('for readers who want less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('pages change at once', async ({ page }) => {
    expect(await transitionOnNext(page)).toBe(false);
  });

  test('nothing moves on a page, nor when a disclosure opens', async ({ page }) => {
    await page.goto(QUESTION);
    await page.locator('predict-quiz summary').first().click();
    expect(await page.evaluate(() => document.getAnimations().filter((animation) => animation.playState === 'running').length)).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  });
});
