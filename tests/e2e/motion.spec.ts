import { expect, test, type Page } from '@playwright/test';
import { QUESTION } from './support/site.ts';

/**
 * What the styles in force say of the way from one page to the next. Asked of the rules, because a browser on a busy machine may
 * leave a transition out.
 */
function transitionBetweenPages(page: Page): Promise<string> {
  return page.evaluate(() => {
    let navigation = 'none';
    const read = (rules: CSSRuleList): void => {
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches) continue;
        if (rule.constructor.name === 'CSSViewTransitionRule') navigation = (rule as CSSRule & { navigation: string }).navigation;
        else if (rule instanceof CSSGroupingRule) read(rule.cssRules);
      }
    };
    for (const sheet of document.styleSheets) if (matchMedia(sheet.media.mediaText || 'all').matches) read(sheet.cssRules);
    return navigation;
  });
}

test('pages fade into one another', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto(QUESTION);
  expect(await transitionBetweenPages(page)).toBe('auto');
});

test.describe('for readers who want less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('pages change at once', async ({ page }) => {
    await page.goto(QUESTION);
    expect(await transitionBetweenPages(page)).toBe('none');
  });

  test('nothing moves on a page, nor when a disclosure opens', async ({ page }) => {
    await page.goto(QUESTION);
    await page.locator('predict-quiz summary').first().click();
    expect(await page.evaluate(() => document.getAnimations().filter((animation) => animation.playState === 'running').length)).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  });
});
