import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectFitAndAccessible } from './support/axe.ts';
import { allPages, SEGMENT } from './support/site.ts';
import { open, watch } from './support/watch.ts';

const ALL = 'questions/';
const list = (page: Page): Locator => page.locator('question-filter li:visible');
const level = (page: Page, name: string): Locator => page.getByRole('radio', { name: new RegExp(`^${name}`) });
const words = (page: Page): Locator => page.getByRole('searchbox', { name: 'Words of the title' });
const levelsShown = async (page: Page): Promise<string[]> => [...new Set(await list(page).locator('.level').allInnerTexts())];

/** Waits until the number is told, and sees that it is the number of the questions shown. @returns it, and that of all */
async function told(page: Page): Promise<[number, number]> {
  const status = page.locator('question-filter').getByRole('status');
  const numbers = async (): Promise<number[]> => ((await status.innerText()).match(/\d+/g) ?? []).map(Number);
  await expect.poll(async () => (await numbers())[0]).toBe(await list(page).count());
  const [shown = 0, all = shown] = await numbers();
  return [shown, all];
}

test('a segment is narrowed to a level: list, number and address agree', async ({ page }) => {
  await page.goto(SEGMENT);
  const [, all] = await told(page);
  await level(page, 'Senior').check();
  const [shown] = await told(page);
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(all);
  expect(await levelsShown(page)).toEqual(['senior']);
  await expect(page.locator('question-filter h3:visible')).toHaveText(['Senior: where it bites']);
  await expect(level(page, 'Senior')).toHaveAccessibleName(`Senior ${shown}`);
  await expect(page).toHaveURL(/\?level=senior$/);
});

test('the address of a choice can be linked: it opens with it, and with the right answer below it', async ({ page }) => {
  await page.goto(`${SEGMENT}?level=junior`);
  await expect(level(page, 'Junior')).toBeChecked();
  expect(await levelsShown(page)).toEqual(['junior']);
  await told(page);
});

test('back and forward go through the choices, and back from an answer the choice is still there', async ({ page }) => {
  await page.goto(SEGMENT);
  await level(page, 'Mid').check();
  await level(page, 'Senior').check();
  await page.goBack();
  await expect(level(page, 'Mid')).toBeChecked();
  expect(await levelsShown(page)).toEqual(['mid']);
  await page.goBack();
  await expect(level(page, 'All')).toBeChecked();
  expect((await levelsShown(page)).toSorted()).toEqual(['junior', 'mid', 'senior']);
  await page.goForward();
  await page.goForward();
  await expect(level(page, 'Senior')).toBeChecked();
  await list(page).getByRole('link').first().click();
  await expect(page).not.toHaveURL(/level=/);
  await page.goBack();
  await expect(level(page, 'Senior')).toBeChecked();
  expect(await levelsShown(page)).toEqual(['senior']);
});

test('a value that does not exist chooses nothing and hides nothing', async ({ page }) => {
  await page.goto(`${ALL}?level=wizard&tag=nothing&segment=%22%5D`);
  const [shown, all] = await told(page);
  expect(shown).toBe(all);
  await expect(level(page, 'All')).toBeChecked();
  for (const name of ['Tag', 'Segment']) await expect(page.getByRole('combobox', { name }).locator('option:checked')).toHaveText(/^All /);
});

test('the page with all questions has every question of the bank, by segment', async ({ page, request }) => {
  await page.goto(ALL);
  const listed = await list(page)
    .locator('a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  const segments = await page.locator('question-filter h2 a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  expect(segments.length).toBeGreaterThan(10);
  const questions = (await allPages(request)).filter((path) => segments.some((segment) => path.startsWith(segment) && path !== segment));
  expect(listed.toSorted()).toEqual(questions.toSorted());
});

test('level, segment, tag and words narrow together, whichever comes first', async ({ page }) => {
  await page.goto(ALL);
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('Streams');
  const [streams] = await told(page);
  await level(page, 'Mid').check();
  const [mid] = await told(page);
  await page.getByRole('combobox', { name: 'Segment' }).selectOption('Streams and buffers');
  const [inSegment] = await told(page);
  await words(page).fill('PIPE');
  const [named, all] = await told(page);
  expect([all > streams, streams > mid, mid > inSegment, inSegment > named, named > 0]).toEqual([true, true, true, true, true]);
  for (const title of await list(page).getByRole('link').allInnerTexts()) expect(title.toLowerCase()).toContain('pipe');
  await expect(page).toHaveURL(/\?level=mid&segment=streams&tag=streams&words=PIPE$|\?tag=streams&level=mid&segment=streams&words=PIPE$/);
  await page.reload();
  expect(await told(page)).toEqual([named, all]);
  await expect(words(page)).toHaveValue('PIPE');
});

test('beside each level stands how many questions it would show', async ({ page }) => {
  await page.goto(`${ALL}?tag=streams`);
  for (const name of ['Junior', 'Mid', 'Senior']) {
    await level(page, name).check();
    const [shown] = await told(page);
    await expect(level(page, name)).toHaveAccessibleName(`${name} ${shown}`);
  }
});

test('when nothing matches, one button shows everything again and keeps the keyboard in place', async ({ page }) => {
  await page.goto(`${ALL}?level=senior`);
  await expect(page.getByText('No question matches.')).toBeHidden();
  await words(page).fill('zzz');
  await expect(page.getByText('No question matches.')).toBeVisible();
  expect((await told(page))[0]).toBe(0);
  await page.getByRole('button', { name: 'Clear filters' }).press('Enter');
  await expect(page.getByText('No question matches.')).toBeHidden();
  await expect(words(page)).toBeFocused();
  await expect(words(page)).toHaveValue('');
  await expect(page).toHaveURL(new RegExp(`${ALL}$`));
});

test('what no title says is handed on to the search', async ({ page }) => {
  await page.goto(ALL);
  await words(page).fill('zzz epoll');
  await page.getByRole('button', { name: 'use the search' }).click();
  await expect(page.getByRole('dialog').locator('#search-words')).toHaveValue('zzz epoll');
});

test('typing leaves one step in the history, and Enter does not leave the page', async ({ page }) => {
  await page.goto('./');
  await page.goto(ALL);
  await words(page).pressSequentially('stream');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/words=stream$/);
  await page.goBack();
  await expect(page).not.toHaveURL(/questions/);
});

test('the keyboard alone narrows the list', async ({ page }) => {
  await page.goto(ALL);
  await words(page).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.type('The event');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(level(page, 'Junior')).toBeFocused();
  const [shown, all] = await told(page);
  expect(shown).toBeLessThan(all);
  expect(await levelsShown(page)).toEqual(['junior']);
  expect(await level(page, 'Junior').evaluate((radio) => getComputedStyle(radio.parentElement!).outlineStyle)).toBe('solid');
});

test('the number is in a polite live region that is there from the start', async ({ request }) => {
  for (const path of [ALL, SEGMENT]) {
    const [count] = /<p class="count".*?<\/p>/.exec(await (await request.get(path)).text()) ?? [];
    expect(count, path).toMatch(/ role="status">\d+ questions<\/p>$/);
  }
});

test('only what is shown is printed, without controls', async ({ page }) => {
  await page.goto(`${ALL}?level=senior&tag=streams`);
  const [shown] = await told(page);
  await page.emulateMedia({ media: 'print' });
  await expect(list(page)).toHaveCount(shown);
  await expect(page.locator('question-filter').getByRole('status')).toBeVisible();
  await expect(page.locator('main').locator('button:visible, select:visible, input:visible')).toHaveCount(0);
});

for (const path of [`${ALL}?level=mid&tag=streams`, `${ALL}?words=zzz`, `${SEGMENT}?level=senior`]) {
  test(`${path} keeps WCAG 2.2 AA in both themes, loads without an error and fits a phone`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    const watched = watch(page, new URL(baseURL!).origin);
    await open(page, path);
    expect(watched.take()).toEqual([]);
    await expectFitAndAccessible(page);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  for (const path of [ALL, `${ALL}?level=senior`, SEGMENT]) {
    test(`${path} is a plain list with levels, and has no control that does nothing`, async ({ page }) => {
      await page.goto(path);
      expect(await list(page).count()).toBeGreaterThan(10);
      expect((await levelsShown(page)).toSorted()).toEqual(['junior', 'mid', 'senior']);
      await expect(page.locator('main').locator('button:visible, select:visible, input:visible, form:visible')).toHaveCount(0);
    });
  }
});
