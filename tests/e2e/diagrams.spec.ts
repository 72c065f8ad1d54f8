import { expect, test, type Page } from '@playwright/test';
import { drawFlow } from '../../src/components/diagrams/flow.ts';
import { drawLanes } from '../../src/components/diagrams/lanes.ts';
import { drawSequence } from '../../src/components/diagrams/sequence.ts';
import type { Drawing } from '../../src/components/diagrams/svg.ts';
import { crampedText } from './support/diagrams.ts';
import { allPages } from './support/site.ts';
import { open } from './support/watch.ts';

/** Text of so many letters, as wide as text of Node usually is. */
const letters = (count: number): string => 'setImmediate callback run by the loop'.slice(0, count).trim().padEnd(count, 'e');

/** Shows a drawing in the place of one that is on a page, with the fonts and styles of the site. */
async function show(page: Page, drawing: Drawing): Promise<void> {
  await page
    .locator('.diagram svg')
    .first()
    .evaluate((svg, { width, height, body }) => {
      svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
      svg.innerHTML = `<title>Test</title>${body}`;
    }, drawing);
}

test.beforeEach(async ({ page, request }) => {
  for (const path of await allPages(request)) {
    if ((await (await request.get(path)).text()).includes('class="diagram ')) return open(page, path);
  }
  throw new Error('No page has a diagram.');
});

test('a sequence has room for names of 14 letters and messages of 28 to a neighbour', async ({ page }) => {
  const actors = [letters(14), `b${letters(13)}`, `c${letters(13)}`, `d${letters(13)}`];
  const [a = '', b = ''] = actors;
  await show(
    page,
    drawSequence(actors, [
      { from: a, to: b, text: letters(28) },
      { from: b, to: a, text: letters(28), kind: 'reply' },
      { note: true, text: letters(37) },
    ]),
  );
  expect(await crampedText(page)).toEqual([]);
});

test('a flow has room for 18 letters in a box, and 24 small ones below', async ({ page }) => {
  const row = (y: number) => [0, 1, 2].map((x) => ({ id: `${x}${y}`, at: [x, y] as const, text: letters(18), sub: letters(24) }));
  await show(page, drawFlow([...row(0), ...row(1)], []));
  expect(await crampedText(page)).toEqual([]);
});

test('lanes have room for names of 11 letters', async ({ page }) => {
  await show(
    page,
    drawLanes(
      [
        { name: letters(11), bars: [{ from: 0, to: 40, text: letters(13) }] },
        { name: 'main', bars: [] },
      ],
      100,
      'ms',
    ),
  );
  expect(await crampedText(page)).toEqual([]);
});
