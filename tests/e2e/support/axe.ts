import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** WCAG 2.2 at level AA, and what axe's authors hold to be good practice. */
export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds in the open page, one line each. */
export async function violations(page: Page, choose: (axe: AxeBuilder) => AxeBuilder = (axe) => axe.withTags(RULES)): Promise<string[]> {
  // Without frames from other origins, the quick mode finds the same: it spares a second browser page for each run.
  const { violations } = await choose(new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })).analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`));
}

/** Shows the open page in a theme, without the reader's choice being kept. */
export const setTheme = (page: Page, theme: 'light' | 'dark'): Promise<void> =>
  page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);

/** Expects that the open page is no wider than the screen, and that axe finds nothing on it in either theme. */
export async function expectFitAndAccessible(page: Page): Promise<void> {
  const { scrollWidth, width } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth, width: innerWidth }));
  expect(scrollWidth).toBeLessThanOrEqual(width);
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    expect(await violations(page), theme).toEqual([]);
  }
}
