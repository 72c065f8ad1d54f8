import { expect, test, type Page } from '@playwright/test';
import { RANKING } from '../../src/search/ranking.client.ts';
import { meaningful } from '../../src/search/words.client.ts';
import { SEGMENT } from './support/site.ts';

/** The words of a page by where they stand. */
type Area = 'title' | 'short' | 'body' | 'code' | 'output' | 'aliases';
type Words = { url: string } & Record<Area, string>;

/** The paths of the pages that Pagefind finds, best first, with the options of the site. */
async function find(page: Page, query: string): Promise<string[]> {
  return page.evaluate(
    async ([query, ranking, bundle]) => {
      const once = globalThis as { siteSearch?: unknown };
      const pagefind = (once.siteSearch ??= (await import(`${bundle}pagefind.js`)).createInstance({ ranking })) as {
        search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
      };
      const { results } = await pagefind.search(query);
      return Promise.all(results.map(async (result) => (await result.data()).url));
    },
    [query, RANKING, bundle(page)] as const,
  );
}

const bundle = (page: Page): string => `${page.url().slice(0, -SEGMENT.length)}pagefind/`;

/** All indexed pages, taken apart as the reader sees them; the aliases as the index has them. */
async function pages(page: Page): Promise<Words[]> {
  return page.evaluate(async (bundle) => {
    const pagefind = (await import(`${bundle}pagefind.js`)).createInstance({});
    const { results } = await pagefind.search(null);
    return Promise.all(
      results.map(async (result: { data(): Promise<{ url: string; meta: Record<string, string> }> }) => {
        const { url, meta } = await result.data();
        const html = new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');
        const main = html.querySelector('main')!;
        for (const block of main.querySelectorAll('div, p, li, td, th, summary, figcaption, h1, h2, h3')) block.append(' ');
        const take = (selector: string): string =>
          [...main.querySelectorAll(selector)]
            .map((part) => {
              part.remove();
              return part.textContent;
            })
            .join(' ');
        const output = take('.is-output');
        take('[data-pagefind-ignore], form, svg, script, style, footer, .questions');
        return {
          url,
          output,
          short: take('.short > p'),
          code: take('.expressive-code'),
          title: take('h1, h2, h3, h4'),
          body: main.textContent,
          aliases: meta['aliases'] ?? '',
        };
      }),
    );
  }, bundle(page));
}

interface Place {
  word: string;
  area: Area;
  url: string;
}

/**
 * All places of each word, by its first four letters: they tell words apart whatever a stemmer does to their ends. A hump of
 * `camelCase` is a word too.
 */
function places(all: Words[]): Place[][] {
  const byStart = new Map<string, Place[]>();
  for (const { url, ...page } of all) {
    for (const area of ['title', 'short', 'body', 'code', 'output', 'aliases'] as const) {
      for (const [word] of page[area].matchAll(/\p{L}+|(?<=\p{Ll})\p{Lu}\p{L}*/gu)) {
        for (const part of [word, ...word.split(/(?<=\p{Ll})(?=\p{Lu})/u).slice(1)]) {
          const start = part.slice(0, 4).toLowerCase();
          byStart.set(start, [...(byStart.get(start) ?? []), { word: part, area, url }]);
        }
      }
    }
  }
  return [...byStart.values()];
}

/** Long enough that its first four letters are not the whole of it, and no compound. */
const isPlain = ({ word }: Place): boolean => /^\p{L}\p{Ll}{5,14}$|^\p{Lu}{6,15}$/u.test(word);

/** Words that stand in one area of one page and nowhere else on the site: what finds them, finds them there. */
const onlyIn = (area: Area, all: Words[]): Place[] =>
  places(all)
    .filter((found) => found.every((place) => place.area === area && place.url === found[0]!.url))
    .flatMap((found) => found.find(isPlain) ?? []);

test.beforeEach(async ({ page }) => {
  await page.goto(SEGMENT);
});

test('a word that only an output has is not found', async ({ page }) => {
  const words = onlyIn('output', await pages(page));
  expect(words.length).toBeGreaterThan(0);
  for (const { word } of words.slice(0, 12)) expect(await find(page, `"${word}"`), word).toEqual([]);
});

test('a word that only a program, only the prose or only a short answer has is found', async ({ page }) => {
  const all = await pages(page);
  for (const area of ['code', 'body', 'short'] as const) {
    const words = onlyIn(area, all);
    expect(words.length, area).toBeGreaterThan(0);
    for (const { word, url } of words.slice(0, 5)) expect(await find(page, `"${word}"`), `${area}: ${word}`).toEqual([url]);
  }
});

test('a word that only an alias has is found, and nobody sees it', async ({ page }) => {
  const words = onlyIn('aliases', await pages(page));
  expect(words.length).toBeGreaterThan(0);
  for (const { word, url } of words.slice(0, 5)) expect(await find(page, word), word).toEqual([url]);

  const { word, url } = words[0]!;
  await page.keyboard.press('/');
  await page.getByRole('textbox', { name: 'Words to look for' }).fill(word);
  const hit = page.getByRole('dialog').locator('.search-hit:not(.is-coming)');
  await expect(hit).toHaveCount(1);
  const seen = async (): Promise<string> => (await page.locator('body').innerText()).toLowerCase();
  expect(await seen()).not.toContain(word.toLowerCase());
  await hit.getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`${url}$`));
  expect(await seen()).not.toContain(word.toLowerCase());
});

test('a short answer weighs more than prose, and prose more than a program', async ({ page }) => {
  const all = await pages(page);
  const weights: Record<string, number[]> = {};
  for (const area of ['short', 'body', 'code'] as const) {
    for (const { word } of onlyIn(area, all).slice(0, 5)) {
      const [location] = await page.evaluate(
        async ([word, bundle]) => {
          const pagefind = (await import(`${bundle}pagefind.js`)).createInstance({});
          return (await (await pagefind.search(word)).results[0].data()).weighted_locations as { weight: number }[];
        },
        [word, bundle(page)] as const,
      );
      (weights[area] ??= []).push(Math.round(location!.weight * 10) / 10);
    }
  }
  // Words in headings of components weigh more, parts of compound words less.
  expect(Math.max(...weights['short']!)).toBe(5);
  expect(weights['body']).toContain(1);
  expect(Math.max(...weights['code']!)).toBe(0.4);
});

test('a page with a word in its short answer comes before one with it in its prose', async ({ page }) => {
  const pairs = places(await pages(page)).flatMap((found) => {
    const [short, prose] = [found.find(({ area }) => area === 'short'), found.find(({ area }) => area === 'body')];
    const seen = found.filter(({ area }) => area !== 'output');
    return seen.length === 2 && short && prose && short.url !== prose.url && short.word === prose.word && isPlain(short)
      ? [{ word: short.word, order: [short.url, prose.url] }]
      : [];
  });
  expect(pairs.length).toBeGreaterThan(0);
  for (const { word, order } of pairs.slice(0, 5)) expect(await find(page, word), word).toEqual(order);
});

test('a name is found where it is called, with and without what stands before it', async ({ page }) => {
  const all = await find(page, 'nextTick');
  for (const query of ['process.nextTick', 'nexttick', 'process nextTick', '"process.nextTick"']) {
    const found = await find(page, meaningful(query));
    expect(found.length, query).toBeGreaterThan(3);
    expect(all, query).toEqual(expect.arrayContaining(found));
  }
});

/** What people type, and the page that should be among the first three; most often the first. */
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
  ['is node single threaded?', 'what-is-the-event-loop'],
  ['can you explain what epoll is', 'os-async-vs-thread-pool'],
  ['tell me about dns.lookup', 'dns-lookup-vs-resolve'],
  ['what is the difference between unref and clearTimeout', 'timer-functions'],
  ['why should you use setImmediate versus nextTick', 'nexttick-vs-setimmediate'],
];

test('realistic questions find their page among the first three, nine of ten as the first', async ({ page }) => {
  const places: Record<string, number> = {};
  for (const [query, slug] of ASKED) {
    places[query] = (await find(page, meaningful(query))).findIndex((url) => url.endsWith(`/event-loop/${slug}/`)) + 1;
  }
  expect(Object.entries(places).filter(([, place]) => place < 1 || place > 3)).toEqual([]);
  expect(Object.values(places).filter((place) => place === 1).length).toBeGreaterThanOrEqual(Math.floor(ASKED.length * 0.9));
});

test('Pagefind publishes nothing that the site does not use', async ({ page, request }) => {
  for (const name of [
    'pagefind-ui.js',
    'pagefind-ui.css',
    'pagefind-modular-ui.js',
    'pagefind-component-ui.css',
    'pagefind-highlight.js',
    'wasm.unknown.pagefind',
  ]) {
    expect((await request.get(bundle(page) + name)).status(), name).toBe(404);
  }
  expect((await request.get(`${bundle(page)}pagefind-component-ui.js`)).ok()).toBe(true);
});
