import { markdownToHtml, type HastPluginDefinition } from 'satteri';
import { describe, expect, test } from 'vitest';
import { baseLinks } from '../../../src/markdown/base-links.ts';
import { wideTables } from '../../../src/markdown/wide-tables.ts';

const render = async (markdown: string, plugin: HastPluginDefinition): Promise<string> => (await markdownToHtml(markdown, { hastPlugins: [plugin] })).html;

describe('links of the content under a base path', () => {
  const link = async (href: string, base = '/bank') => /href="([^"]*)"/.exec(await render(`[text](${href})`, baseLinks(base)))?.[1];

  test('a root-absolute link gets the base before it', async () => {
    expect(await link('/event-loop/phases/#poll')).toBe('/bank/event-loop/phases/#poll');
  });

  test.each(['/bank/', 'bank', 'bank/'])('the base %s has one slash before it and one behind it, like /bank', async (base) => {
    expect(await link('/event-loop/', base)).toBe('/bank/event-loop/');
  });

  test('a site at the root keeps its links', async () => {
    expect(await link('/event-loop/', '/')).toBe('/event-loop/');
  });

  test.each(['#poll', './phases/', 'https://nodejs.org/api/', '//cdn.example/x', '/bank/event-loop/'])('%s stays as it is', async (href) => {
    expect(await link(href)).toBe(href);
  });

  test('an address that only begins like the base is not taken for it', async () => {
    expect(await link('/banking/')).toBe('/bank/banking/');
  });
});

test('a table stands in a frame of its own that scrolls, that the keyboard reaches and that has a name', async () => {
  const html = await render('| a | b |\n| - | - |\n| 1 | 2 |', wideTables());
  expect(html).toMatch(/^<div class="table-scroll" tabindex="0" role="group" aria-label="Table"><table>.*<\/table>\s*<\/div>\s*$/s);
});

test('every table of a page has its frame', async () => {
  const table = '| a | b |\n| - | - |\n| 1 | 2 |';
  expect((await render(`${table}\n\nText.\n\n${table}`, wideTables())).match(/table-scroll/g)).toHaveLength(2);
});
