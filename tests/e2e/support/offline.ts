import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

/** The line at the foot of a page that saves the site. */
export const control = (page: Page): Locator => page.locator('.offline offline-control');

/** Presses one of its buttons. */
export const press = (page: Page, name: string): Promise<void> => control(page).getByRole('button', { name }).click();

/**
 * Waits until the line says this. `expect` would look once a second, which adds up: this looks at every frame, and sees what stands there only for
 * a moment, such as a count.
 */
export async function says(page: Page, text: string | RegExp, timeout = 20_000): Promise<void> {
  const wanted = typeof text === 'string' ? RegExp.escape(text) : text.source;
  try {
    await page.waitForFunction((source) => new RegExp(source).test(document.querySelector('.offline offline-control')?.textContent ?? ''), wanted, { timeout });
  } catch {
    // For what it says: expected this, received that.
    await expect(control(page)).toContainText(text, { timeout: 1_000 });
  }
}

/** Saves the whole site, as a reader does. */
export async function saveAll(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await press(page, 'Save for offline');
  await says(page, 'Saved on', 60_000);
}

/** Notes every request that fails, in all tabs and in the worker, and every error. */
export function failures(context: BrowserContext): string[] {
  const noted: string[] = [];
  context.on('requestfailed', (request) => {
    // What the browser itself breaks off when one goes on to the next page.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') noted.push(`failed: ${request.url()} (${request.failure()?.errorText})`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) noted.push(`answers ${response.status()}: ${response.url()}`);
  });
  context.on('weberror', (error) => {
    // Nor is it an error that a test goes on before the page has faded in.
    if (!/Transition was (?:aborted|skipped)/.test(error.error().message)) noted.push(`uncaught: ${error.error().message}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') noted.push(`console: ${message.text()}`);
  });
  return noted;
}

/** The title that a page of the built site has on disk. */
export function titleOnDisk(dir: string, path: string): string {
  const [, title] = /<title>([^<]*)<\/title>/.exec(readFileSync(join(dir, path, 'index.html'), 'utf8')) ?? [];
  return (title ?? '')
    .replace(/&(?:#39|#x27);/g, "'")
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** Path and query of everything saved. */
export const keysOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('offline:'));
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname + new URL(url).search);
  });

/** Which edition the open page is, by its text, by its style sheet, and by the index that its search would load. */
export const editionOf = (page: Page): Promise<{ text: string; style: string; index: string }> =>
  page.evaluate(async () => {
    const entry = (await (await fetch(`/pagefind/pagefind-entry.json?ts=${Date.now()}`)).json()) as { languages: { en: { hash: string } } };
    return {
      text: /EDITION-(\d)/.exec(document.querySelector('main')?.textContent ?? '')?.[1] ?? 'none',
      style: getComputedStyle(document.documentElement).getPropertyValue('--edition').trim(),
      index: entry.languages.en.hash,
    };
  });

/** Searches in the open page, and reads what was found. */
export const searchIn = (page: Page, word: string): Promise<{ found: number; editions: string[] }> =>
  page.evaluate(async (asked) => {
    interface Found {
      data(): Promise<{ content: string }>;
    }
    const address = '/pagefind/pagefind.js';
    const engine = (await import(address)) as { search(word: string): Promise<{ results: Found[] }> };
    const { results } = await engine.search(asked);
    const texts = await Promise.all(results.map((result) => result.data()));
    return { found: results.length, editions: [...new Set(texts.map(({ content }) => /EDITION-(\d)/.exec(content)?.[1] ?? 'none'))] };
  }, word);
