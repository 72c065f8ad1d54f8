import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { DEPTH } from './score.ts';

export interface Answer {
  /** The pages that came, best first, without the base: `segment/slug`. */
  found: string[];
  /** Milliseconds from the press of the last key (its own time stamp) to the frame after the one with the results. */
  latency: number;
}

/** How long an answer may take, in milliseconds. */
const LIMIT = 10_000;

/** Opens the site's search on a page of the site and waits until it has loaded what it needs. */
export async function openSearch(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.keyboard.press('/');
  await page.locator('.search-filters input').first().waitFor();
}

/**
 * Asks as a reader does: all letters but the last are put into the field of the open search, the last is typed. Reads the results
 * from the list that the reader sees.
 * @throws Error when no answer is drawn in time
 */
export async function ask(page: Page, words: string): Promise<Answer> {
  await page.evaluate(prepare, words);
  await page.keyboard.press(words.at(-1) === ' ' ? 'Space' : words.at(-1)!);
  try {
    await page.waitForFunction(() => 'latency' in window, null, { timeout: LIMIT, polling: 5 });
  } catch (error) {
    throw new Error(`"${words}" was not answered in ${LIMIT} ms.`, { cause: error });
  }
  return page.evaluate(
    (depth) => ({
      latency: (window as unknown as { latency: number }).latency,
      found: [...document.querySelectorAll<HTMLAnchorElement>('.search-hits .search-title a')]
        .slice(0, depth)
        .map((link) => link.pathname.split('/').slice(-3, -1).join('/')),
    }),
    DEPTH,
  );
}

/** In the page: puts all letters but the last into the field, and notes how long the answer takes from the next key. */
function prepare(words: string): void {
  const kept = window as unknown as { latency?: number };
  delete kept.latency;
  document.querySelector<HTMLInputElement>('#search-words')!.value = words.slice(0, -1);
  const list = document.querySelector<HTMLElement>('.search-hits')!;
  delete list.dataset['for'];
  let pressed = NaN;
  addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true, once: true });
  const observer = new MutationObserver(() => {
    if (list.dataset['for'] !== words) return;
    observer.disconnect();
    // A message that is sent in the callback of a frame arrives when the frame has been drawn.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (kept.latency = performance.now() - pressed);
      port2.postMessage(null);
    });
  });
  observer.observe(list, { attributes: true });
}

/** What was loaded between two moments. Sizes in bytes, as a server sends them that compresses with gzip. */
export interface Loaded {
  parts: { name: string; sent: number }[];
  total: number;
}

/** Notes what a page loads from now on. @returns what tells it */
export function noteLoads(page: Page): () => Promise<Loaded> {
  const parts: Promise<Loaded['parts'][number]>[] = [];
  page.on('response', (response) => {
    parts.push(response.body().then((body) => ({ name: new URL(response.url()).pathname, sent: Math.min(body.length, gzipSync(body).length) })));
  });
  return async () => {
    const loaded = await Promise.all(parts);
    return { parts: loaded, total: loaded.reduce((sum, { sent }) => sum + sent, 0) };
  };
}
