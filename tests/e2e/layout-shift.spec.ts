import { expect, test, type Page } from '@playwright/test';
import { QUESTION } from './support/site.ts';
import { slowServer } from './support/slow.ts';
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
          sources: { node: Node | null }[];
        }
        let score = 0;
        const moved: string[] = [];
        new PerformanceObserver((list) => {
          for (const shift of list.getEntries() as Shift[]) {
            score += shift.value;
            moved.push(...shift.sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 60) : String(node?.nodeName))));
          }
        }).observe({ type: 'layout-shift', buffered: true });
        // Buffered entries are handed over in a task of their own.
        setTimeout(() => resolve({ score, moved }), 300);
      }),
  );
}

for (const [device, viewport] of Object.entries({ phone: { width: 360, height: 740 }, desktop: { width: 1300, height: 900 } })) {
  for (const [name, path] of Object.entries({ 'a question': QUESTION, home: '', 'a narrowed list': 'questions/?level=senior&tag=streams' })) {
    // On a fast line a jump hides: the page is painted once, when everything is there.
    test(`nothing jumps while ${name} loads on a ${device} over a slow line`, async ({ page, baseURL }) => {
      await page.setViewportSize(viewport);
      const slow = await slowServer(baseURL!);
      try {
        await open(page, slow.url + path);
        const { score, moved } = await shifts(page);
        expect(score, moved.join('\n')).toBeLessThan(MOST);
      } finally {
        slow.close();
      }
    });
  }
}
