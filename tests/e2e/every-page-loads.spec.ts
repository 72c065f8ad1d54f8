import { expect, test } from '@playwright/test';
import { crampedText } from './support/diagrams.ts';
import { allPages, PARTS, timeFor } from './support/site.ts';
import { open, watch } from './support/watch.ts';

test.use({ viewport: { width: 360, height: 780 } });

for (const part of PARTS) {
  test(`every page loads without an error, from its own origin, and fits a phone of 360 px (${part.name})`, async ({ page, request, baseURL }) => {
    const pages = part.of(await allPages(request));
    test.setTimeout(timeFor(pages.length));
    const watched = watch(page, new URL(baseURL!).origin);
    for (const path of pages) {
      await open(page, path);
      expect.soft(watched.take(), `${path}: errors and requests`).toEqual([]);
      expect.soft(await sidewaysScroll(), `${path}: wider than 360 px`).toEqual([]);
      expect.soft(await crampedText(page), `${path}: diagrams`).toEqual([]);
    }

    /** What makes the page scroll sideways, if anything does. */
    function sidewaysScroll(): Promise<string[]> {
      return page.evaluate(() => {
        if (document.documentElement.scrollWidth <= innerWidth) return [];
        const wide = [...document.querySelectorAll('main *')].filter((element) => element.getBoundingClientRect().right > innerWidth + 1);
        return [`scrolls by ${document.documentElement.scrollWidth - innerWidth} px`, ...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 80))];
      });
    }
  });
}
