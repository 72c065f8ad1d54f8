import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';

/** One thing that a first view of a page loads. Sizes in bytes. */
export interface Part {
  /** Address below the site, or what it is for a part of the HTML. */
  name: string;
  kind: 'html' | 'css' | 'js' | 'font' | 'image' | 'other';
  raw: number;
  /** As a server sends it: compressed with gzip, unless it is compressed already. */
  sent: number;
}

/** What a first view of a page costs. */
export interface Weight {
  parts: Part[];
  /** Bytes sent, all parts. */
  total: number;
  /** Bytes sent, scripts in files and scripts in the HTML; the latter are part of the HTML in `total`. */
  script: number;
}

/** How long a page may go on asking for things after it has loaded, in milliseconds: idle work and late fonts count too. */
const SETTLE_MS = 1_500;

const KINDS: Record<string, Part['kind']> = { document: 'html', stylesheet: 'css', script: 'js', font: 'font', image: 'image' };
const gzip = (body: Buffer | string): number => gzipSync(body, { level: 9 }).length;

/**
 * Loads a page in a browser with an empty cache and weighs everything it asked for.
 *
 * @param address of the page on a running server
 * @throws Error when something the page asks for is not there
 */
export async function weigh(browser: Browser, address: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 1300, height: 900 } });
  try {
    const page = await context.newPage();
    const answers: Promise<Part>[] = [];
    page.on('response', (response) => {
      answers.push(
        response.body().then((body) => {
          if (response.status() >= 400) throw new Error(`${response.url()} answers ${response.status()}.`);
          const kind = KINDS[response.request().resourceType()] ?? (/\.(?:svg|png)$/.test(response.url()) ? 'image' : 'other');
          return { name: new URL(response.url()).pathname, kind, raw: body.length, sent: Math.min(body.length, gzip(body)) };
        }),
      );
    });
    const html = (await (await page.goto(address, { waitUntil: 'load' }))?.text()) ?? '';
    await page.waitForTimeout(SETTLE_MS);
    // A browser without a window never asks for the icon of its tab.
    const icon = await page.locator('link[rel~=icon]').first().getAttribute('href');
    if (icon) await page.evaluate((href) => fetch(href).then((answer) => answer.text()), icon);
    const inline = await page.evaluate((text) => {
      const scripts = new DOMParser().parseFromString(text, 'text/html').querySelectorAll('script:not([src], [type$="json"])');
      return [...scripts].map((script) => script.textContent).join('\n');
    }, html);
    const parts = [...new Map((await Promise.all(answers)).map((part) => [part.name, part])).values()];
    const sum = (of: readonly Part[]): number => of.reduce((bytes, part) => bytes + part.sent, 0);
    const scripts = gzip(inline);
    return {
      parts: [...parts, { name: 'scripts inside the HTML', kind: 'js', raw: inline.length, sent: scripts }],
      total: sum(parts),
      script: sum(parts.filter((part) => part.kind === 'js')) + scripts,
    };
  } finally {
    await context.close();
  }
}

/** Bytes as kilobytes of 1000, with one decimal. */
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
