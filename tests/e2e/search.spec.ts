import { gzipSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { QUESTION, SEGMENT } from './support/site.ts';
import { open, watch } from './support/watch.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Search the answers' });
const field = (page: Page): Locator => dialog(page).getByRole('textbox', { name: 'Words to look for' });
const hits = (page: Page): Locator => dialog(page).locator('.search-hit:not(.is-coming)');

/** Opens the search with `/`, types the words and waits for what is found. */
async function searchFor(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/');
  await field(page).fill(words);
  await expect(hits(page).first()).toBeVisible();
}

test('a page that is not searched loads nothing of the search but its launcher, under 1 KB', async ({ page }) => {
  const loaded: { path: string; text: string }[] = [];
  page.on('response', async (response) => {
    const path = new URL(response.url()).pathname;
    if (/\.(js|css|json|pagefind|pf_\w+)$/.test(path)) loaded.push({ path, text: await response.text().catch(() => '') });
  });
  await open(page, QUESTION);
  await page.waitForTimeout(500);
  const launcher = loaded.filter(({ text }) => text.includes('data-search'));
  expect(launcher).toHaveLength(1);
  expect(gzipSync(launcher[0]!.text).length).toBeLessThan(1024);
  expect(loaded.map(({ path }) => path).filter((path) => /pagefind|dialog|words|marks|\/search\./.test(path))).toEqual([]);
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
});

for (const [name, use] of [
  ['/', (page: Page) => page.keyboard.press('/')],
  ['Ctrl+K', (page: Page) => page.keyboard.press('Control+k')],
  ['Cmd+K', (page: Page) => page.keyboard.press('Meta+k')],
  ['its button', (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Search' }).press('Enter')],
] as const) {
  test(`${name} opens the search with the cursor in the field, and Escape gives the focus back`, async ({ page }) => {
    await page.goto(QUESTION);
    const before = page.getByRole('banner').getByRole('button', { name: 'Search' });
    await before.focus();
    await use(page);
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('dns');
    await expect(hits(page).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expect(before).toBeFocused();
    await use(page);
    await expect(field(page)).toHaveValue('');
  });
}

test('a slash typed into a field is a slash, and the key can be turned off', async ({ page }) => {
  await page.goto(QUESTION);
  await page.getByRole('main').evaluate((main) => main.prepend(document.createElement('textarea')));
  await page.getByRole('main').getByRole('textbox').pressSequentially('a/b');
  await expect(page.getByRole('main').getByRole('textbox')).toHaveValue('a/b');
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press('Control+k');
  await dialog(page).getByRole('checkbox', { name: '/ opens the search' }).uncheck();
  await page.reload();
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('');
});

test('keys pressed while the search is on its way are not lost', async ({ page }) => {
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/dialog\.client/, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(QUESTION);
  await page.keyboard.press('/');
  await page.keyboard.type('dnsx');
  await page.keyboard.press('Backspace');
  arrive();
  await expect(field(page)).toHaveValue('dns');
  await expect(hits(page).first()).toContainText(/dns/i);
});

test('the arrows walk through results and their sections, letters go on typing, Enter opens', async ({ page }) => {
  await page.goto(SEGMENT);
  await searchFor(page, 'nexttick');
  const links = hits(page).getByRole('link');
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('s');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('nexttick' + 's');
  await field(page).fill('dns lookup');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/dns-lookup-vs-resolve\/$/);
});

test('filters narrow what is found by level and by segment, alone too', async ({ page }) => {
  await page.goto(QUESTION);
  await searchFor(page, 'timer');
  const levels = (): Promise<string[]> => hits(page).locator('.search-level').allInnerTexts();
  await dialog(page).getByRole('group', { name: 'Level' }).getByRole('checkbox', { name: 'senior' }).check();
  await expect.poll(async () => [...new Set(await levels())]).toEqual(['senior']);
  await dialog(page).getByRole('checkbox', { name: 'junior' }).check();
  await expect.poll(async () => [...new Set(await levels())].sort()).toEqual(['junior', 'senior']);
  await dialog(page).getByRole('combobox', { name: 'Segment' }).selectOption('The event loop');
  await expect
    .poll(async () => [
      ...new Set(
        await hits(page)
          .locator('.search-where')
          .evaluateAll((all) => all.map((one) => one.firstChild!.textContent)),
      ),
    ])
    .toEqual(['The event loop']);
  await field(page).fill('');
  await expect.poll(async () => new Set(await levels()).size).toBe(2);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press('/');
  await expect(dialog(page).getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(dialog(page).getByRole('combobox', { name: 'Segment' })).toHaveValue('');
  await expect(hits(page)).toHaveCount(0);
});

test('a section leads to its heading, and the words stay marked there but not in the address', async ({ page }) => {
  await page.goto(SEGMENT);
  await searchFor(page, 'nexttick queue');
  await expect(hits(page).first().locator('mark').first()).toHaveText(/nexttick|queue/i);
  const section = hits(page).first().locator('.search-parts a').first();
  const title = await section.innerText();
  await section.click();
  await expect(page).toHaveURL(/\/#[\w-]+$/);
  await expect(page.locator(':target')).toHaveText(title);
  const marked = (): Promise<string[]> => page.evaluate(() => [...(CSS.highlights.get('searched') ?? [])].map(String));
  await expect.poll(async () => [...new Set((await marked()).map((word) => word.toLowerCase()))].sort()).toEqual(expect.arrayContaining(['nexttick', 'queue']));
  await expect(page.locator('main mark')).toHaveCount(0);
  await page.keyboard.press('Escape');
  expect(await marked()).toEqual([]);
});

test('when no page has all the words, shorter queries are offered', async ({ page }) => {
  await page.goto(QUESTION);
  await page.keyboard.press('/');
  await field(page).fill('epoll requestAnimationFrame');
  await expect(dialog(page)).toContainText('No page has all of these words.');
  await dialog(page).getByRole('button', { name: 'epoll' }).click();
  await expect(hits(page).first()).toContainText('epoll');
});

test('pages with most of the words come when none has all, and the reader is told', async ({ page }) => {
  await page.goto(QUESTION);
  await page.keyboard.press('/');
  await field(page).fill('epoll requestAnimationFrame');
  await expect(dialog(page).getByText('No page has all of these words. Showing pages with most of them.', { exact: true }).first()).toBeVisible();
  await expect(hits(page).first()).toContainText(/epoll|requestAnimationFrame/);
});

test('many results are drawn as one comes to them, each text once', async ({ page }) => {
  await page.goto(QUESTION);
  // Texts that are slow to come are asked for by the first draw and again when they are seen.
  await page.route(/pf_fragment/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await searchFor(page, 'promise');
  const all = dialog(page).locator('.search-hit');
  await expect(all).toHaveCount(10);
  await all.last().scrollIntoViewIfNeeded();
  await expect.poll(() => all.count()).toBeGreaterThan(15);
  await expect.poll(() => hits(page).count()).toBeGreaterThan(4);
  const drawn = await hits(page).evaluateAll((items) => items.map((item) => item.querySelectorAll(':scope > .search-excerpt, :scope > .search-parts').length));
  expect(Math.max(...drawn)).toBeLessThanOrEqual(2);
  const sections = await hits(page).first().locator('.search-parts > li > a').allInnerTexts();
  expect(new Set(sections).size).toBe(sections.length);
});

test('a typing error is corrected, which is said, and can be taken back', async ({ page }) => {
  await page.goto(SEGMENT);
  await searchFor(page, 'backpresure');
  await expect(hits(page).first()).toContainText('backpressure');
  await expect(dialog(page)).toContainText('Showing results for backpressure. Search instead for backpresure.');
  await expect(dialog(page).getByRole('status').filter({ hasText: 'Showing results for backpressure.' })).toHaveCount(1);
  await dialog(page).getByRole('button', { name: 'backpresure' }).click();
  await expect(field(page)).toHaveValue('backpresure');
  await expect(field(page)).toBeFocused();
  await expect(dialog(page)).not.toContainText('Showing results for');
  for (const words of ['backpressure', 'backpressure ', '']) {
    await field(page).fill(words);
    await expect(dialog(page).locator('.search-hits')).toHaveAttribute('data-for', words.trim());
    await expect(dialog(page)).not.toContainText('Search instead for');
  }
  await expect(dialog(page).getByRole('status').last()).toBeEmpty();
});

test('each query offered before one types finds something', async ({ page }) => {
  await page.goto(QUESTION);
  await page.keyboard.press('/');
  const offers = dialog(page).locator('.search-start button');
  for (let i = 0; i < (await offers.count()); i++) {
    await offers.nth(i).click();
    await expect(hits(page).first()).toBeVisible();
    await dialog(page).getByRole('button', { name: 'Clear' }).click();
    await expect(field(page)).toBeFocused();
  }
});

test('a page that does not exist offers its own address as words', async ({ page }) => {
  await page.goto('event-loop/settimeout-or-setimediate/');
  await page.getByRole('main').getByRole('button', { name: 'event loop settimeout or setimediate' }).click();
  await expect(field(page)).toHaveValue('event loop settimeout or setimediate');
  await expect(hits(page).first()).toBeVisible();
});

for (const missing of ['dialog.client', 'pagefind.js', 'pages.json', 'words.txt']) {
  test(`without ${missing} the search says that it could not be loaded`, async ({ page }) => {
    await page.route(
      (url) => url.pathname.includes(missing),
      (route) => route.abort(),
    );
    await page.goto(QUESTION);
    await page.keyboard.press('/');
    await expect(page.getByText('The search could not be loaded.')).toBeVisible();
  });
}

test('the search can be tried again when the connection is back', async ({ page }) => {
  await page.route(/pagefind\.js/, (route) => route.abort());
  await page.goto(QUESTION);
  await page.keyboard.press('/');
  await field(page).fill('dns');
  await expect(dialog(page).getByRole('button', { name: 'Try again' })).toBeVisible();
  await page.unroute(/pagefind\.js/);
  await dialog(page).getByRole('button', { name: 'Try again' }).click();
  await expect(hits(page).first()).toContainText(/dns/i);
});

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme });
    test('the open search is accessible, empty, with results and with none', async ({ page, baseURL }) => {
      const noted = watch(page, new URL(baseURL!).origin);
      await page.goto(QUESTION);
      await page.keyboard.press('/');
      await expect(dialog(page).getByRole('checkbox', { name: 'mid' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await field(page).fill('nexttick');
      await expect(hits(page).nth(1)).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await dialog(page).getByRole('checkbox', { name: 'mid' }).check();
      await expect(hits(page).nth(1)).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await field(page).fill('epoll requestAnimationFrame');
      await expect(dialog(page)).toContainText('No page has all of these words.');
      expect(await violations(page)).toEqual([]);
      expect(noted.take()).toEqual([]);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  test('the search fills the screen, nothing sticks out, and its cross closes it', async ({ page }) => {
    await page.goto(QUESTION);
    await page.getByRole('banner').getByRole('button', { name: 'Search' }).tap();
    await field(page).fill('nexttick');
    await expect(hits(page).first()).toBeVisible();
    expect(await dialog(page).boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 });
    expect(await dialog(page).evaluate((box) => [box, ...box.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > 360.5).length)).toBe(0);
    // A field with smaller letters would make iOS zoom in.
    expect(await field(page).evaluate((input) => parseFloat(getComputedStyle(input).fontSize))).toBeGreaterThanOrEqual(16);
    await dialog(page).getByRole('button', { name: 'Close the search' }).tap();
    await expect(dialog(page)).toBeHidden();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('no search is offered that could not be used, and the 404 page says what to do instead', async ({ page }) => {
    await page.goto('404.html');
    await expect(page.getByRole('button', { name: 'Search' })).toHaveCount(0);
    await expect(page.getByRole('main').locator('[data-search]')).toBeHidden();
    await expect(page.getByRole('main').getByText('You can browse instead')).toBeVisible();
  });
});
