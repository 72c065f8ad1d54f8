import { select, selectAll, toText, type Root } from '@astrojs/starlight/expressive-code/hast';
import { expect, test } from '@playwright/test';
import { htmlToHast } from 'satteri';
import { violations } from './support/axe.ts';
import { allPages, QUESTION } from './support/site.ts';

const PAGE = new RegExp(`/${QUESTION}$`);

test('a short address leads to its question, with the place and the query of the link', async ({ page }) => {
  await page.goto('q/26/');
  await expect(page).toHaveURL(PAGE);
  await page.goto('q/26/?from=card#the-caller');
  await expect(page).toHaveURL(new RegExp(`/${QUESTION}\\?from=card#the-caller$`));
  await expect(page.locator('#the-caller')).toBeInViewport();
});

test('Back does not lead into a short address again', async ({ page }) => {
  await page.goto('event-loop/');
  await page.goto('q/26/');
  await expect(page).toHaveURL(PAGE);
  await page.goBack();
  await expect(page).toHaveURL(/\/event-loop\/$/);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a short address leads to its question', async ({ page }) => {
    await page.goto('q/26/');
    await expect(page).toHaveURL(PAGE);
  });

  test('a question shows its short address, and no button that would do nothing', async ({ page }) => {
    await page.goto(QUESTION);
    await expect(page.getByRole('region', { name: 'Sources' }).getByRole('link', { name: /\/q\/26\/$/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'In half a minute' }).getByRole('button')).toHaveCount(0);
  });
});

test('the page of a short address reads well when nothing takes the reader on', async ({ page }) => {
  // Its script and its refresh do nothing when there is nowhere to go.
  await page.route(`**/${QUESTION}`, (route) => route.abort());
  await page.goto('q/26/').catch(() => undefined);
  const html = await (await page.request.get('q/26/')).text();
  await page.setContent(html.replace(/<script>.*?<\/script>|<noscript>.*?<\/noscript>/g, ''));
  await expect(page.getByRole('heading', { level: 1 }).getByRole('link')).toHaveText(/^Which runs first: process\.nextTick/);
  expect(await violations(page)).toEqual([]);
});

test('every question has a short address, which is no page of its own for search engines', async ({ request, baseURL }) => {
  const pages = await allPages(request);
  expect(pages.filter((path) => path.includes('/q/'))).toEqual([]);
  const questions = pages.filter((path) => /^\/(?!tags\/)[^/]+\/[^/]+\/$/.test(path.slice(new URL(baseURL!).pathname.length - 1)));
  expect(questions.length).toBeGreaterThan(300);
  const ids = new Set<string>();
  for (const path of questions) {
    const tree = htmlToHast(await (await request.get(path)).text()) as Root;
    const short = String(select('a[rel=bookmark]', tree)?.properties['href']);
    const answer = await request.get(short);
    expect.soft(answer.status(), short).toBe(200);
    const target = htmlToHast(await answer.text()) as Root;
    const one = (selector: string) => select(selector, target)?.properties ?? {};
    expect.soft(one('html'), short).toEqual({ lang: 'en', dataTo: path });
    expect.soft(one('a')['href'], short).toBe(path);
    expect.soft(one('meta[name=robots]')['content'], short).toBe('noindex');
    expect.soft(new URL(String(one('link[rel=canonical]')['href'])).pathname, short).toBe(path);
    expect
      .soft(
        selectAll('h1', target).map((heading) => toText(heading)),
        short,
      )
      .toEqual([toText(select('h1', tree)!)]);
    ids.add(short);
  }
  expect(ids.size).toBe(questions.length);
});
