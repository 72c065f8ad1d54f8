import { select, selectAll, toText, type Root } from '@astrojs/starlight/expressive-code/hast';
import { expect, test } from '@playwright/test';
import { htmlToHast } from 'satteri';
import { allPages, timeFor } from './support/site.ts';

/** The pages as they are served, before any script runs. */
test('every page has one title of the first level, an own title and description, its address, content, and no id twice', async ({ request, baseURL }) => {
  const pages = await allPages(request);
  test.setTimeout(timeFor(pages.length));
  const seen = new Map<string, string>();
  for (const path of pages) {
    const answer = await request.get(path);
    const tree = htmlToHast(await answer.text()) as Root;
    const meta = (selector: string, attribute: string): string => String(select(selector, tree)?.properties[attribute] ?? '');
    const title = toText(select('title', tree) ?? { type: 'root', children: [] });
    const main = select('main', tree);
    expect.soft(answer.status(), path).toBe(200);
    expect.soft(selectAll('h1', tree).length, `${path}: h1`).toBe(1);
    expect.soft(main ? toText(main).trim().length : 0, `${path}: letters in main`).toBeGreaterThan(300);
    expect.soft(meta('meta[name=description]', 'content').length, `${path}: description`).toBeGreaterThan(40);
    expect.soft(new URL(meta('link[rel=canonical]', 'href'), baseURL).pathname, `${path}: canonical`).toBe(path);
    expect.soft(meta('html', 'lang'), `${path}: language`).toBe('en');
    expect.soft(title, `${path}: title`).not.toBe('');
    expect.soft(seen.get(title), `${path}: has the title of another page, "${title}"`).toBeUndefined();
    seen.set(title, path);
    const ids = selectAll('[id]', tree).map((element) => String(element.properties['id']));
    expect
      .soft(
        ids.filter((id, i) => ids.indexOf(id) !== i),
        `${path}: ids that stand twice`,
      )
      .toEqual([]);
  }
});
