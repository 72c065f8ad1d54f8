import { expect, test, type Page } from '@playwright/test';
import { QUESTION } from './support/site.ts';
import { open } from './support/watch.ts';

/** Chromium's score of how far things jumped while the page came up; 0.1 is what readers notice. */
const MOST = 0.02;

/** The sum of all jumps of a page, and what jumped. */
function shifts(page: Page): Promise<{ score: number; moved: string[] }> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        interface Shift extends PerformanceEntry {
          value: number;
          sources: { node: Element | null }[];
        }
        let score = 0;
        const moved: string[] = [];
        new PerformanceObserver((list) => {
          for (const shift of list.getEntries() as Shift[]) {
            score += shift.value;
            moved.push(...shift.sources.map(({ node }) => node?.outerHTML?.slice(0, 60) ?? ''));
          }
        }).observe({ type: 'layout-shift', buffered: true });
        // Buffered entries are handed over in a task of their own.
        setTimeout(() => resolve({ score, moved }), 300);
      }),
  );
}

for (const [device, viewport] of Object.entries({ phone: { width: 360, height: 740 }, desktop: { width: 1300, height: 900 } })) {
  for (const [name, path] of Object.entries({ 'a question': QUESTION, home: './' })) {
    test(`nothing jumps while ${name} loads on a ${device}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      // A slow font is the usual reason for a jump.
      await page.route('**/*.woff2', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await route.continue();
      });
      await open(page, path);
      const { score, moved } = await shifts(page);
      expect(score, moved.join('\n')).toBeLessThan(MOST);
    });
  }
}
