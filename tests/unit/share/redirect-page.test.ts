import { select, selectAll, toText, type Root } from '@astrojs/starlight/expressive-code/hast';
import { htmlToHast } from 'satteri';
import { expect, test } from 'vitest';
import { readPage, type BuiltSite } from '../../../src/share/built-site.ts';
import { redirectPage } from '../../../src/share/redirect-page.ts';
import { redirectTarget } from '../../../src/share/redirect-target.ts';

const HEAD = `<meta charset="utf-8"/><meta name="viewport" content="width=1"/><title>A "b" &lt; c | Site</title><link rel="canonical" href="https://example.org/a/b/"/>
<link rel="stylesheet" href="/x.css"/><meta name="description" content="D"/><meta property="og:title" content="A &quot;b&quot; &lt; c"/><meta property="og:image" content="https://example.org/card.png"/>`;

const site: BuiltSite = { pages: new Map(), linked: new Map() };
readPage(`<!doctype html><html><head>${HEAD}</head><body></body></html>`, '/a/b/', '/bank', site);
const html = redirectPage('/bank/a/b/', site.pages.get('/a/b/')!);
const tree = htmlToHast(html) as Root;
const one = (selector: string) => select(selector, tree)?.properties ?? {};

test('leads on with JavaScript and without, and has a link for everything else', () => {
  expect(one('html')['dataTo']).toBe('/bank/a/b/');
  expect(html).toContain('<noscript><meta http-equiv="refresh" content="0;url=/bank/a/b/"/></noscript>');
  expect(one('h1 a')['href']).toBe('/bank/a/b/');
  expect(toText(select('h1', tree)!)).toBe('A "b" < c');
});

test('the way on is read from the page as it was written; a text about such pages leads nowhere', () => {
  expect(redirectTarget(html)).toBe('/bank/a/b/');
  expect(redirectTarget('<p>Write <code>&lt;meta http-equiv="refresh" content="0;url=/b/"></code>.</p>')).toBeNull();
});

test('unfurls as the page it leads to, and is not indexed in its place', () => {
  expect(one('meta[property="og:image"]')['content']).toBe('https://example.org/card.png');
  expect(one('meta[name=description]')['content']).toBe('D');
  expect(one('link[rel=canonical]')['href']).toBe('https://example.org/a/b/');
  expect(one('meta[name=robots]')['content']).toBe('noindex');
  expect(toText(select('title', tree)!)).toBe('A "b" < c | Site');
});

test('asks for nothing but the icon', () => {
  expect(selectAll('link[rel=stylesheet], script[src], img', tree)).toEqual([]);
});
