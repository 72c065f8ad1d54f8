import { selectAll, type Root } from '@astrojs/starlight/expressive-code/hast';
import { expect, test } from '@playwright/test';
import { htmlToHast } from 'satteri';
import { QUESTION } from './support/site.ts';

test('every claim of "Commonly wrong" links to its refutation', async ({ page, request }) => {
  await page.goto('commonly-wrong/');
  const links = await page.locator('.myths a').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(90);
  test.setTimeout(60_000 + links.length * 500);
  const ids = new Map<string, Set<unknown>>();
  for (const link of links) {
    const { pathname, hash } = new URL(link);
    if (!ids.has(pathname)) {
      const tree = htmlToHast(await (await request.get(pathname)).text()) as Root;
      ids.set(pathname, new Set(selectAll('.myth[id]', tree).map((element) => element.properties['id'])));
    }
    expect.soft(ids.get(pathname)?.has(hash.slice(1)), link).toBe(true);
  }
});

test('a reader reports a mistake with the number of the question and the Node releases filled in', async ({ page }) => {
  await page.goto(QUESTION);
  const address = new URL((await page.getByRole('link', { name: 'Something is wrong?' }).getAttribute('href'))!);
  expect(address.searchParams.get('question')).toBe('26');
  expect(address.searchParams.get('node')).toMatch(/^22\.\d+\.\d+, 24\.\d+\.\d+, 26\.\d+\.\d+$/);
  expect(new URL(address.searchParams.get('page')!).pathname).toBe(new URL(page.url()).pathname);
});
