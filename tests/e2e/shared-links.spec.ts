import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { select, selectAll, toText, type Root } from '@astrojs/starlight/expressive-code/hast';
import { expect, test, type APIRequestContext } from '@playwright/test';
import { htmlToHast } from 'satteri';
import { basePath, ROOT } from '../../scripts/lib/paths.mjs';
import { readPages } from '../../src/bank/files.ts';
import { questionsOf } from '../../src/bank/questions.ts';
import { readCorrections } from '../../src/bank/corrections.ts';
import { allPages, QUESTION } from './support/site.ts';

/** What others make of a link: chats, search engines, feed readers. The files are read as they were built; no browser is needed for most of it. */
const questions = questionsOf(readPages(ROOT));

/** A file of the built site, by the path of its address. */
const built = (path: string): string => join(ROOT, 'dist', path.slice(basePath().length));

interface Head {
  path: string;
  meta(name: string): string | undefined;
  canonical: string;
  title: string;
  data: string[];
}

function headOf(path: string): Head {
  const tree = htmlToHast(readFileSync(join(built(path), 'index.html'), 'utf8')) as Root;
  const text = (selector: string): string[] => selectAll(selector, tree).map((node) => toText(node, { whitespace: 'pre' }));
  const attribute = (selector: string, name: string): string | undefined => select(selector, tree)?.properties[name] as string | undefined;
  return {
    path,
    meta: (name) => attribute(`meta[property="${name}"]`, 'content') ?? attribute(`meta[name="${name}"]`, 'content'),
    canonical: attribute('link[rel=canonical]', 'href') ?? '',
    title: text('title')[0] ?? '',
    data: text('script[type="application/ld+json"]'),
  };
}

const heads = async (request: APIRequestContext): Promise<Head[]> => (await allPages(request)).map(headOf);
const twice = (values: string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i);

test('every page of the sitemap has a title, an address and a description of its own, and a card', async ({ request }) => {
  const all = await heads(request);
  for (const of of [(head: Head) => head.title, (head: Head) => head.canonical, (head: Head) => head.meta('description') ?? '']) {
    expect(all.filter((head) => of(head) === '').map(({ path }) => path)).toEqual([]);
    expect(twice(all.map(of))).toEqual([]);
  }
  expect(all.filter((head) => head.meta('twitter:card') !== 'summary_large_image').map(({ path }) => path)).toEqual([]);
  expect(all.filter((head) => head.meta('og:url') !== head.canonical).map(({ path }) => path)).toEqual([]);
});

test('the page at addresses that lead nowhere claims none as its own', () => {
  const head = readFileSync(built(`${basePath()}/404.html`), 'utf8');
  expect(head).toContain('property="og:title"');
  expect(head).not.toMatch(/rel="canonical"|property="og:url"/);
});

test('every page from a file has a card of its own', () => {
  const files = readPages(ROOT).filter(({ id }) => id !== '404');
  const images = files.map(({ id }) => headOf(`${basePath()}/${id === 'index' ? '' : `${id}/`}`).meta('og:image')!);
  expect(twice(images)).toEqual([]);
  expect(images.filter((image) => !/\/cards\/.+\.png\?v=[0-9a-f]{8}$/.test(image))).toEqual([]);
});

test('every card that a page names exists, is 1200 × 630 pixels and at most 40 KB', async ({ request }) => {
  const bytes = new Map<string, number>();
  for (const { path, meta } of await heads(request)) {
    const { pathname } = new URL(meta('og:image')!);
    expect(existsSync(built(pathname)), `${path}: ${pathname}`).toBe(true);
    const png = readFileSync(built(pathname));
    bytes.set(pathname, png.length);
    expect(png.length, pathname).toBeLessThan(40_000);
    // The first part of a PNG: its signature, then width and height.
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)], pathname).toEqual(['PNG', 1200, 630]);
    expect([meta('og:image:width'), meta('og:image:height')], path).toEqual(['1200', '630']);
    expect(meta('og:image:alt'), path).toBeTruthy();
  }
  expect([...bytes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThan(10_000_000);
});

test('every question has exactly one block of structured data, about itself', () => {
  for (const { slug, title, reviewed, segmentId } of questions) {
    const { data, canonical, meta } = headOf(`${basePath()}/${slug}/`);
    expect(data.length, slug).toBe(1);
    const graph = (JSON.parse(data[0]!) as { '@graph': Record<string, unknown>[] })['@graph'];
    const date = reviewed.toISOString().slice(0, 10);
    expect(graph[0], slug).toMatchObject({ '@type': 'Article', url: canonical, image: meta('og:image'), dateModified: date, mainEntity: { name: title } });
    const home = canonical.slice(0, -`${slug}/`.length);
    expect(graph[1], slug).toMatchObject({ itemListElement: [{ item: home }, { item: `${home}${segmentId}/` }, { name: title }] });
    expect(meta('article:modified_time'), slug).toBe(date);
    expect(meta('og:type'), slug).toBe('article');
  }
});

test('the home page says what the site is called', () => {
  const { data, canonical } = headOf(`${basePath()}/`);
  expect(data.map((text) => JSON.parse(text) as unknown)).toEqual([expect.objectContaining({ '@type': 'WebSite', name: 'Node Answered', url: canonical })]);
});

test('the sitemap has every question with the day of its review, and nothing that only repeats', () => {
  const map = readFileSync(join(ROOT, 'dist/sitemap-0.xml'), 'utf8');
  const dates = new Map([...map.matchAll(/<url><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g)].map(([, url, date]) => [new URL(url!).pathname, date]));
  for (const { slug, reviewed } of questions) expect(dates.get(`${basePath()}/${slug}/`), slug).toBe(reviewed.toISOString());
  expect(dates.get(`${basePath()}/`), 'the home page has no made-up date').toBeUndefined();
  expect([...dates.keys()].filter((path) => /\/(?:q|print|404)\//.test(path))).toEqual([]);
});

test('robots are sent to the sitemap by an address that exists', async ({ request }) => {
  const sitemap = /^Sitemap: (.+)$/m.exec(await (await request.get('robots.txt')).text())![1]!;
  expect(new URL(sitemap).pathname).toBe(`${basePath()}/sitemap-index.xml`);
  expect((await request.get(new URL(sitemap).pathname)).ok()).toBe(true);
});

test('the feed that a page names is Atom that a browser can read, and its entries lead to places that exist', async ({ page, request }) => {
  await page.goto(QUESTION);
  const address = (await page.locator('link[rel=alternate][type="application/atom+xml"]').getAttribute('href'))!;
  const xml = await (await request.get(address)).text();
  const feed = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'application/xml');
    const broken = document.querySelector('parsererror')?.textContent;
    const entries = [...document.querySelectorAll('entry')].map((entry) => ({
      id: entry.querySelector('id')?.textContent,
      link: entry.querySelector('link')?.getAttribute('href') ?? '',
      complete: ['title', 'updated', 'summary'].every((name) => entry.querySelector(name)?.textContent),
    }));
    return { broken, root: document.documentElement.namespaceURI, entries };
  }, xml);
  expect(feed).toMatchObject({ broken: undefined, root: 'http://www.w3.org/2005/Atom' });
  expect(feed.entries.length).toBeGreaterThan(0);
  expect(twice(feed.entries.map(({ id }) => id ?? ''))).toEqual([]);
  for (const { id, link, complete } of feed.entries) {
    expect(complete, id).toBe(true);
    const { pathname, hash } = new URL(link);
    const html = readFileSync(join(built(pathname), 'index.html'), 'utf8');
    if (hash) expect(html, link).toContain(`id="${hash.slice(1)}"`);
  }
});

test('an answer that was corrected says so, and leads to what was wrong', async ({ page }) => {
  const { question } = readCorrections()[0]!;
  await page.goto(`${question}/`);
  await page.getByRole('link', { name: /^Corrected \d+ \w+ \d{4}$/ }).click();
  await expect(page).toHaveURL(/\/corrections\/#/);
  await expect(page.locator('li:target')).toBeInViewport();
  await page.locator('li:target').getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/${question}/$`));
});

test('an answer that was never corrected says nothing about it', async ({ page }) => {
  const corrected = new Set(readCorrections().map(({ question }) => question));
  await page.goto(`${questions.find(({ slug }) => !corrected.has(slug))!.slug}/`);
  await expect(page.getByRole('link', { name: 'Something is wrong?' })).toBeVisible();
  await expect(page.getByText(/^Corrected/)).toHaveCount(0);
});

test('a report names the version of the answer', async ({ page }) => {
  await page.goto(QUESTION);
  const report = new URL((await page.getByRole('link', { name: 'Something is wrong?' }).getAttribute('href'))!);
  expect(report.searchParams.get('commit')).toMatch(/^[0-9a-f]{10}$/);
});
