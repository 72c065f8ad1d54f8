import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';

/** The path of a download of the built site. @throws Error when the build did not make it */
export function download(name: string): string {
  const file = resolve('dist/downloads', name);
  if (!existsSync(file)) throw new Error(`${file} is not there. Make it: npm run downloads -- ${name}`);
  return file;
}

/** Notes from now on what goes wrong on a page opened from the disk, and every request that leaves it. */
export function watchFiles(page: Page): string[] {
  const noted: string[] = [];
  page.on('console', (message) => message.type() === 'error' && noted.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => noted.push(`uncaught: ${error.message}`));
  page.on('request', (request) => /^(file|data|blob):/.test(request.url()) || noted.push(`asks the network: ${request.url()}`));
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') noted.push(`failed: ${request.url()} (${request.failure()?.errorText})`);
  });
  return noted;
}
