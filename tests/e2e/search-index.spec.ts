import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { MAX_FRAGMENTS, searchIndex } from '../../src/search/index-step.ts';
import { RANKING } from '../../src/search/ranking.client.ts';
import { meaningful } from '../../src/search/words.client.ts';
import { QUESTION, SEGMENT } from './support/site.ts';

/** The address of the index of the page that is open, which is the segment's. */
const bundle = (page: Page): string => `${page.url().slice(0, -SEGMENT.length)}pagefind/`;

/** The paths of the pages that Pagefind finds, best first, with the options of the site. */
async function find(page: Page, query: string): Promise<string[]> {
  return page.evaluate(
    async ([query, ranking, bundle]) => {
      interface Search {
        search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
      }
      const once = globalThis as { siteSearch?: Search };
      once.siteSearch ??= (await import(`${bundle}pagefind.js`)).createInstance({ ranking, noWorker: true }) as Search;
      const { results } = await once.siteSearch.search(query);
      return Promise.all(results.map(async (result) => (await result.data()).url));
    },
    [query, RANKING, bundle(page)] as const,
  );
}

/** A word that no page has. */
const WORD = 'quokka';

/** Where it is put, one place on one page each. */
const PLACES = {
  alias: '[data-aliases]',
  short: '.short > p',
  prose: '.sl-markdown-content > p',
  program: '.is-run pre .code',
  output: '.is-output pre .code',
};

test.describe('a word', () => {
  let folder: string;

  // The site's own index, made of copies of a real page as it was built: what the test puts on them is the only difference.
  test.beforeAll(async ({ browser, baseURL }) => {
    folder = await mkdtemp(join(tmpdir(), 'search-'));
    const page = await browser.newPage();
    await page.goto(new URL(SEGMENT, baseURL).href);
    for (const [place, selector] of Object.entries(PLACES)) {
      const html = await page.evaluate(
        async ([address, selector, word]) => {
          const copy = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
          const spot = copy.querySelector(selector)!;
          if ('aliases' in (spot as HTMLElement).dataset) (spot as HTMLElement).dataset['aliases'] += `. ${word}`;
          else spot.append(` ${word}`);
          return `<!doctype html>${copy.documentElement.outerHTML}`;
        },
        [new URL(QUESTION, baseURL).href, selector, WORD] as const,
      );
      await mkdir(join(folder, place));
      await writeFile(join(folder, place, 'index.html'), html);
    }
    await page.close();
    const dir = pathToFileURL(`${folder}/`);
    await (searchIndex().hooks['astro:build:done'] as unknown as (at: object) => Promise<void>)({ dir, logger: { info: () => {} } });
  });
  test.afterAll(() => rm(folder, { recursive: true, force: true }));

  test.beforeEach(async ({ page, baseURL }) => {
    const types: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html' };
    const below = new URL(baseURL!).pathname;
    await page.route(
      ({ pathname }) => /^(pagefind|alias|short|prose|program|output)\//.test(pathname.slice(below.length)),
      async (route) => {
        const path = new URL(route.request().url()).pathname.slice(below.length).replace(/\/$/, '/index.html');
        await route.fulfill({ body: await readFile(join(folder, path)), contentType: types[extname(path)] ?? 'application/octet-stream' });
      },
    );
    await page.goto(SEGMENT);
  });

  test('weighs most in an alias or a short answer, then in prose, then in a program, and an output is not found', async ({ page }) => {
    const order = (await find(page, WORD)).map((url) => url.split('/').at(-2));
    expect(order.slice(0, 2).sort()).toEqual(['alias', 'short']);
    expect(order.slice(2)).toEqual(['prose', 'program']);
  });

  test('of an alias leads to its page, and nobody sees it', async ({ page }) => {
    await page.keyboard.press('/');
    await page.getByRole('textbox', { name: 'Words to look for' }).fill(WORD);
    const hits = page.getByRole('dialog').locator('.search-hit:not(.is-coming)');
    await expect(hits).toHaveCount(4);
    await expect(hits.filter({ has: page.locator('mark', { hasText: WORD }) })).toHaveCount(3);
    const hidden = hits.filter({ hasNotText: WORD });
    await expect(hidden).toHaveCount(1);
    await hidden.getByRole('link').first().click();
    await expect(page).toHaveURL(/\/alias\/$/);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const seen = await page.locator('body').innerText();
    expect(seen).not.toContain(WORD);
    const aliases = (await page.locator('[data-aliases]').getAttribute('data-aliases'))!;
    expect(seen).not.toContain(aliases.replace(`. ${WORD}`, ''));
  });
});

test('a name is found where it is called, with and without what stands before it', async ({ page }) => {
  await page.goto(SEGMENT);
  const all = await find(page, 'nextTick');
  for (const query of ['process.nextTick', 'nexttick', 'process nextTick', '"process.nextTick"']) {
    const found = await find(page, meaningful(query));
    expect(found.length, query).toBeGreaterThan(3);
    expect(all, query).toEqual(expect.arrayContaining(found));
  }
});

/** What people type, and the page that should be among the first three; most often the first. A page that answers better: name it here. */
const ASKED: [query: string, slug: string][] = [
  ['nexttick vs promise', 'nexttick-vs-promises'],
  ['what is the event loop', 'what-is-the-event-loop'],
  ['event loop phases', 'phases'],
  ['poll phase', 'phases'],
  ['difference between setImmediate and nextTick', 'nexttick-vs-setimmediate'],
  ['settimeout vs setimmediate', 'settimeout-vs-setimmediate'],
  ['setTimeout(fn, 0)', 'settimeout-vs-setimmediate'],
  ['microtasks', 'microtasks-vs-macrotasks'],
  ['queueMicrotask', 'microtasks-vs-macrotasks'],
  ['UV_THREADPOOL_SIZE', 'thread-pool-size'],
  ['libuv threadpool size', 'thread-pool-size'],
  ['what uses the thread pool', 'os-async-vs-thread-pool'],
  ['epoll', 'os-async-vs-thread-pool'],
  ['dns.lookup blocking', 'dns-lookup-vs-resolve'],
  ['what blocks the event loop', 'what-blocks-the-loop'],
  ['event loop lag', 'event-loop-lag'],
  ['monitorEventLoopDelay', 'event-loop-lag'],
  ['nexttick starvation', 'nexttick-starvation'],
  ['recursive process.nextTick', 'nexttick-starvation'],
  ['unref timer', 'timer-functions'],
  ['clearTimeout', 'timer-functions'],
  ['performance.now vs Date.now', 'measuring-time'],
  ['predict the output', 'predict-the-order'],
  ['node event loop vs browser', 'node-vs-browser-loop'],
  ['how does fs.readFile work', 'async-io-under-the-hood'],
  ['can you explain what epoll is', 'os-async-vs-thread-pool'],
  ['tell me about dns.lookup', 'dns-lookup-vs-resolve'],
  ['what is the difference between unref and clearTimeout', 'timer-functions'],
  ['why should you use setImmediate versus nextTick', 'nexttick-vs-setimmediate'],
];

test('realistic questions find their page among the first three, nine of ten as the first', async ({ page }) => {
  await page.goto(SEGMENT);
  const places: Record<string, number> = {};
  for (const [query, slug] of ASKED) {
    places[query] = (await find(page, meaningful(query))).findIndex((url) => url.endsWith(`/event-loop/${slug}/`)) + 1;
  }
  expect(Object.entries(places).filter(([, place]) => place < 1 || place > 3)).toEqual([]);
  expect(Object.values(places).filter((place) => place === 1).length).toBeGreaterThanOrEqual(Math.floor(ASKED.length * 0.9));
});

test('the texts of all pages are kept in few files', async () => {
  const files = await readdir('dist/pagefind/fragment');
  expect(files.length).toBeGreaterThan(0);
  expect(files.length, 'A file for each page: has Pagefind dropped the option maxFragments?').toBeLessThanOrEqual(MAX_FRAGMENTS);
});

test('Pagefind publishes nothing that the site does not use', async ({ page, request }) => {
  await page.goto(SEGMENT);
  for (const name of [
    'pagefind-worker.js',
    'pagefind-ui.js',
    'pagefind-ui.css',
    'pagefind-modular-ui.js',
    'pagefind-component-ui.js',
    'pagefind-component-ui.css',
    'pagefind-highlight.js',
    'wasm.unknown.pagefind',
  ]) {
    expect((await request.get(bundle(page) + name)).status(), name).toBe(404);
  }
  expect((await request.get(`${bundle(page)}pagefind.js`)).ok()).toBe(true);
});
