import { expect, test, type Page } from '@playwright/test';
import { open } from './support/watch.ts';

/** Notes what a page's policy has stopped, from its first line on. The same in a worker is an error in the console. */
async function watchPolicy(page: Page): Promise<() => string[]> {
  const stopped: string[] = [];
  await page.exposeFunction('noteViolation', (text: string) => void stopped.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      (globalThis as unknown as { noteViolation(text: string): void }).noteViolation(
        `${violatedDirective} stops ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`,
      );
    });
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content.Security.Policy/i.test(message.text())) stopped.push(message.text());
  });
  return () => stopped;
}

let stopped: () => string[];
test.beforeEach(async ({ page }) => {
  stopped = await watchPolicy(page);
});
test.afterEach(() => expect(stopped()).toEqual([]));

/** A page of each kind. */
const PAGES = [
  ...['', 'event-loop/', 'event-loop/phases/', 'streams/backpressure/', 'start-here/', 'commonly-wrong/', 'watch-node-run/', 'how-answers-are-checked/'],
  ...['print/streams/', 'downloads/handbook.html', '404.html'],
];

for (const path of PAGES) {
  test(`nothing that stands on /${path} is stopped`, async ({ page }) => {
    // As it is served: scripts may set a style on an element.
    const served = await page.evaluate(
      (html) => {
        const { head, body } = new DOMParser().parseFromString(html, 'text/html');
        return { styled: body.querySelectorAll('[style]').length, policy: head.querySelector('[http-equiv=Content-Security-Policy]')?.getAttribute('content') };
      },
      await (await page.request.get(path)).text(),
    );
    expect(served.styled).toBe(0);
    expect(served.policy).not.toContain('unsafe-inline');
    await open(page, path);
    await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveAttribute(
      'content',
      /^default-src 'self'; object-src 'none'; frame-src 'none'; media-src 'none'; script-src 'self' /,
    );
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await open(page, path);
  });
}

test('a player steps, and fetches what it asks for', async ({ page }) => {
  await open(page, 'streams/duplex-vs-transform/');
  const player = page.locator('loop-player', { has: page.getByRole('checkbox') }).first();
  await player.getByRole('button', { name: 'Step forward' }).click();
  await expect(player.locator('.tp-count')).toHaveText(/^2 /);
  await player.getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await expect(player.getByRole('checkbox')).toBeChecked();
  await player.getByRole('button', { name: 'Play' }).click();
  await expect(player.locator('.tp-count')).not.toHaveText(/^1 /);
});

test('a prediction is checked', async ({ page }) => {
  await open(page, '');
  const quiz = page.locator('predict-quiz').first();
  await quiz.getByRole('radio').first().check();
  await quiz.getByRole('button', { name: 'Check' }).click();
  await expect(quiz.getByRole('status')).not.toBeEmpty();
});

test('the search finds and filters', async ({ page }) => {
  await open(page, 'event-loop/phases/');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search the answers' });
  const hits = dialog.locator('.search-hit:not(.is-coming)');
  await dialog.getByRole('textbox', { name: 'Words to look for' }).fill('nexttick');
  await expect(hits.first()).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Segment' }).selectOption('The event loop');
  await expect(hits.first()).toBeVisible();
  await hits.first().getByRole('link').first().click();
  await expect(dialog).toBeHidden();
});

test('the theme switches, and code can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'event-loop/phases/');
  await page.locator('starlight-theme-select select').first().selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.locator('.expressive-code').first().hover();
  await page.locator('.expressive-code .copy button').first().click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('the menu opens', async ({ page }) => {
    await open(page, 'event-loop/phases/');
    await page.getByRole('button', { name: 'Menu' }).click();
    await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Which phases/ })).toBeVisible();
  });
});

test('what does not stand in a page is stopped: a script, a style attribute, another origin', async ({ page }) => {
  await open(page, 'event-loop/phases/');
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran = true';
    document.head.append(script);
    const image = document.createElement('img');
    image.src = 'https://example.org/a.png';
    document.body.append(image);
    document.body.setAttribute('style', 'color: red');
    await new Promise((resolve) => setTimeout(resolve, 100));
    return 'ran' in globalThis;
  });
  expect(ran).toBe(false);
  expect(stopped().filter((text) => text.includes('stops'))).toHaveLength(3);
  stopped().length = 0;
});

test('the server sends what a page cannot say of itself', async ({ request }) => {
  const headers = (await request.get('')).headers();
  expect(headers).toMatchObject({
    'content-security-policy': "frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
});
