import { expect, test, type Page } from '@playwright/test';
import { RULES, setTheme, violations } from './support/axe.ts';
import { allPages, PARTS, timeFor } from './support/site.ts';
import { open } from './support/watch.ts';

/** Of all rules, only these look at colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

for (const part of PARTS) {
  test(`every page keeps WCAG 2.2 AA and best practice in both themes (${part.name})`, async ({ page, request }) => {
    const pages = part.of([...(await allPages(request)), '404.html']);
    test.setTimeout(timeFor(pages.length));
    for (const path of pages) {
      await open(page, path);
      await wideCodeIsReachable(page);
      await setTheme(page, 'light');
      expect.soft(await violations(page, (axe) => axe.withTags(RULES)), `${path}, light`).toEqual([]);
      await setTheme(page, 'dark');
      expect.soft(await violations(page, (axe) => axe.withRules(COLOUR_RULES)), `${path}, dark`).toEqual([]);
    }
  });
}

/**
 * Expressive Code lets the keyboard into code that scrolls sideways, a quarter of a second after it was laid out. When that does
 * not come, axe says so below, and on which fence.
 */
async function wideCodeIsReachable(page: Page): Promise<void> {
  const reachable = () =>
    [...document.querySelectorAll('.expressive-code pre')].every((pre) => pre.scrollWidth <= pre.clientWidth || pre.hasAttribute('tabindex'));
  await page.waitForFunction(reachable, undefined, { timeout: 5_000 }).catch(() => undefined);
}
