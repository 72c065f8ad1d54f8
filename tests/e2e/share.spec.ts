import { expect, test, type Locator, type Page } from '@playwright/test';
import { setTheme, violations } from './support/axe.ts';
import { QUESTION } from './support/site.ts';

const head = (page: Page): Locator => page.getByRole('region', { name: 'In half a minute' });
const button = (page: Page, name: string): Locator => head(page).getByRole('button', { name });
const said = (page: Page): Locator => head(page).getByRole('status');
const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** The permanent address of the question, from its canonical one: that of the public site, not of the server under test. */
async function shortAddress(page: Page): Promise<string> {
  const canonical = (await page.locator('link[rel=canonical]').getAttribute('href'))!;
  expect(canonical).toMatch(new RegExp(`/${QUESTION}$`));
  return canonical.replace(QUESTION, 'q/26/');
}

test.beforeEach(async ({ page }) => {
  await page.goto(QUESTION);
});

test.describe('with the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('one click copies the permanent address, which is shown, announced, and gone again', async ({ page }) => {
    await button(page, 'Copy link').click();
    await expect(said(page)).toHaveText('Link copied');
    await expect(said(page)).toBeInViewport();
    expect(await copied(page)).toBe(await shortAddress(page));
    await expect(said(page)).toBeEmpty({ timeout: 5_000 });
  });

  test('a heading copies its own address, and the page goes there as before', async ({ page }) => {
    await page.locator('#the-caller').hover();
    await page.locator('a.sl-anchor-link[href="#the-caller"]').click();
    await expect(said(page)).toHaveText('Link copied');
    expect(await copied(page)).toBe(`${await shortAddress(page)}#the-caller`);
    await expect(page).toHaveURL(/#the-caller$/);
  });

  for (const id of ['myth-process-nexttick-always-runs-before-promise', 'predict-this-is-a-commonjs-file-in', 'senior', 'say']) {
    test(`the callout #${id} copies its own address, and the page goes there`, async ({ page }) => {
      const callout = page.locator(`[id="${id}"]`);
      await callout.hover();
      const link = callout.getByRole('link', { name: /^Link to / });
      await expect(link).toHaveCSS('opacity', '1');
      await link.click();
      await expect(said(page)).toHaveText('Link copied');
      expect(await copied(page)).toBe(`${await shortAddress(page)}#${id}`);
      await expect(page).toHaveURL(new RegExp(`#${id}$`));
    });
  }

  test('a link of a heading that is opened elsewhere copies nothing', async ({ page, context }) => {
    await button(page, 'Copy link').click();
    const before = await copied(page);
    await page.locator('#the-caller').hover();
    const other = context.waitForEvent('page');
    await page.locator('a.sl-anchor-link[href="#the-caller"]').click({ modifiers: ['ControlOrMeta'] });
    await (await other).close();
    await page.bringToFront();
    expect(await copied(page)).toBe(before);
  });

  test('the question is copied as Markdown: title as a bold link, short answer, address', async ({ page }) => {
    await button(page, 'Share').click();
    await button(page, 'Copy as Markdown').click();
    await expect(said(page)).toHaveText('Markdown copied');
    const link = await shortAddress(page);
    const answer = await head(page)
      .locator('> p')
      .evaluate((p) => p.innerHTML.replace(/<\/?code[^>]*>/g, '`').trim());
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    expect(await copied(page)).toBe(`**[${title}](${link})**\n\n${answer}\n\n${link}`);
    await expect(button(page, 'Copy as Markdown')).toBeHidden();
  });

  test('the question is copied as text that fits a post', async ({ page }) => {
    await button(page, 'Share').click();
    await button(page, 'Copy as text').click();
    await expect(said(page)).toHaveText('Text copied');
    const [title, answer, link, ...rest] = (await copied(page)).split('\n\n');
    expect(rest).toEqual([]);
    expect(title).toBe(await page.getByRole('heading', { level: 1 }).innerText());
    expect(await head(page).locator('> p').innerText()).toContain(answer);
    expect(answer!.length).toBeGreaterThan(100);
    expect(link).toBe(await shortAddress(page));
    expect(`${title}\n\n${answer}\n\n`.length + 23).toBeLessThanOrEqual(500);
  });

  test('all of it works with the keyboard, and the focus stays where the reader is', async ({ page }) => {
    await button(page, 'Copy link').focus();
    await page.keyboard.press('Tab');
    await expect(button(page, 'Share')).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(button(page, 'Copy as Markdown')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(button(page, 'Copy as Markdown')).toBeHidden();
    await expect(button(page, 'Share')).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(said(page)).toHaveText('Text copied');
    await expect(button(page, 'Share')).toBeFocused();
    const link = page.locator('#say').getByRole('link', { name: /^Link to / });
    await link.focus();
    await expect(link).toHaveCSS('opacity', '1');
    await page.keyboard.press('Enter');
    await expect(said(page)).toHaveText('Link copied');
  });
});

test('when the browser refuses to copy, the text is there, selected, until the reader leaves it', async ({ page }) => {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
  });
  await button(page, 'Copy link').click();
  await expect(said(page)).toContainText('The browser refused to copy.');
  const box = page.getByRole('textbox', { name: 'Text to copy' });
  await expect(box).toBeFocused();
  expect(await box.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))).toBe(await shortAddress(page));
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await expect(said(page)).toBeEmpty();
});

test.describe('the share sheet of the device', () => {
  test('is not offered where there is none', async ({ page }) => {
    expect(await page.evaluate(() => 'share' in navigator)).toBe(false);
    await button(page, 'Share').click();
    await expect(button(page, 'Copy as text')).toBeVisible();
    await expect(button(page, 'Share with an app')).toBeHidden();
  });

  for (const [name, says] of [
    ['AbortError', ''],
    ['NotAllowedError', 'This device refused to share it.'],
  ] as const) {
    test(`gets title, text and address; says "${says}" after ${name}`, async ({ page }) => {
      await page.addInitScript((error) => {
        Object.assign(navigator, {
          share: (data: ShareData) => {
            Object.assign(globalThis, { shared: data });
            return Promise.reject(new DOMException('no', error));
          },
        });
      }, name);
      await page.reload();
      await button(page, 'Share').click();
      await button(page, 'Share with an app').click();
      const shared = await page.evaluate(() => (globalThis as unknown as { shared: ShareData }).shared);
      const title = await page.getByRole('heading', { level: 1 }).innerText();
      expect(shared).toEqual({ title, url: await shortAddress(page), text: expect.stringContaining(`${title}\n\nprocess.nextTick comes first`) });
      // Not awaited: a message that should not be there would be gone again after a while.
      expect(await said(page).textContent()).toBe(says);
    });
  }
});

for (const theme of ['light', 'dark'] as const)
  test(`with the menu open, axe finds nothing in the ${theme} theme`, async ({ page }) => {
    await setTheme(page, theme);
    await button(page, 'Share').click();
    await expect(button(page, 'Copy as text')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

test.describe('on a phone of 360 px', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('the menu fits, its targets are at least 32 px high, and the links of callouts are there without a pointer', async ({ page }) => {
    await button(page, 'Share').tap();
    const boxes = await head(page)
      .locator('button:visible')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes).toHaveLength(4);
    for (const box of boxes) {
      expect(box.height).toBeGreaterThanOrEqual(32);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(360);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const link = page.locator('#senior').getByRole('link', { name: /^Link to / });
    await expect(link).toHaveCSS('opacity', '1');
    const { width, height } = (await link.boundingBox())!;
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  });
});

test('nothing moves when the buttons come, when the menu opens, or when a text is copied', async ({ page }) => {
  const place = () => page.evaluate(() => ['.short', '.short > p', '#two-queues'].map((one) => document.querySelector(one)!.getBoundingClientRect().top));
  const before = await place();
  await page.locator('share-menu').evaluate((menu: HTMLElement) => (menu.hidden = true));
  expect(await place()).toEqual(before);
  await page.locator('share-menu').evaluate((menu: HTMLElement) => (menu.hidden = false));
  await button(page, 'Share').click();
  expect(await place()).toEqual(before);
  await button(page, 'Copy as text').click();
  await expect(said(page)).not.toBeEmpty();
  expect(await place()).toEqual(before);
});
