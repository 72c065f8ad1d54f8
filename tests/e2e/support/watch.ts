import type { Page } from '@playwright/test';

/** Notes whatever goes wrong in a browser page, and from whom it asks for anything. */
export interface Watch {
  /** What was noted since the last call. */
  take(): string[];
}

/** Watches a page from now on: errors in the console, uncaught errors, failed requests, requests to another origin. */
export function watch(page: Page, origin: string): Watch {
  let noted: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') noted.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => noted.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const address = new URL(request.url());
    if (/^https?:$/.test(address.protocol) && address.origin !== origin) noted.push(`asks another origin: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // What the browser itself breaks off when the test goes on to the next page: the icon of the tab comes last.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') noted.push(`failed: ${request.url()} (${request.failure()?.errorText})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) noted.push(`answers ${response.status()}: ${response.url()}`);
  });
  return {
    take() {
      const all = noted;
      noted = [];
      return all;
    },
  };
}

/** Opens a page and lets it come to rest: loaded, fonts there, idle work done. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'load' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise<void>((resolve) => requestIdleCallback(() => resolve()));
  });
}
