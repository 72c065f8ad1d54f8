import { describe, expect, test } from 'vitest';
import { elementsIn, parseHtml, textOf } from '../../../src/downloads/html.ts';
import { handbook } from '../../../src/downloads/handbook/handbook.ts';
import { answer, DRAWING, PROGRAM } from './answers.ts';

const SITE = new URL('https://example.org/bank/');
const one = answer(
  { id: 1, title: 'What is `poll`?', followUps: ['event-loop/question-2'], aliases: ['the "wait"'] },
  `<h2 id="part">A part</h2> ${PROGRAM}${DRAWING}<aside class="myth" id="m" aria-label="Myth"><p class="label" aria-hidden="true">Myth</p><p class="claim">It is so</p></aside><section class="trace"><p>steps</p></section>`,
);
const two = answer(
  { id: 2 },
  `<h2 id="part">Another</h2>${DRAWING}<p>See <a href="${one.address}#part">one</a>, <a href="${SITE}how/">how</a>, <a href="https://nodejs.org/">docs</a>.</p><table><tr><td>a</td></tr></table>`,
);
const html = await handbook([one, two], SITE, '22 24 26');
const tree = parseHtml(html);
const attributes = (name: string): string[] => elementsIn(tree, ({ properties }) => name in properties).map(({ properties }) => String(properties[name]));

test('has every answer below its segment, with level, short answer and the way to the site', () => {
  const articles = elementsIn(tree, ({ tagName }) => tagName === 'article');
  expect(articles.map(({ properties }) => properties['id'])).toEqual(['1', '2']);
  expect(textOf(articles[0]!)).toContain('mid The event loop · on the siteWhat is poll?One sentence. Then code.A part');
  expect(html).toContain('href=https://example.org/bank/q/1/');
});

test('every id stands once, and every link inside leads to one', () => {
  const ids = attributes('id');
  expect(new Set(ids).size).toBe(ids.length);
  const inside = attributes('href').filter((href) => href.startsWith('#'));
  expect(inside).toEqual(expect.arrayContaining(['#1', '#2', '#1-part']));
  expect(inside.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
});

test('links to other pages and sites stay', () => {
  expect(attributes('href')).toEqual(expect.arrayContaining([`${SITE}how/`, 'https://nodejs.org/']));
});

describe('a program', () => {
  test('has its name once, its text as it is, and its output; what all have in common is said at the beginning', () => {
    expect(html).toContain("<p class=name>order.cjs<pre>if (a &lt; b &#38;&#38; c[d[0]]>1) log('x');</pre><pre class=out>x");
  });

  test('that ran on fewer lines says so', async () => {
    const fewer = await handbook(
      [answer({ id: 1 }, PROGRAM.replaceAll('22 · 24 · 26', '24 · 26').replaceAll('Node 22, 24, 26', 'Node 24, 26'))],
      SITE,
      '22 24 26',
    );
    expect(fewer).toContain('<p class=name>order.cjs ran on Node 24 · 26<pre>');
    expect(fewer).toContain('<p class=out>Output (Node 24, 26)<pre class=out>');
  });
});

test('a drawing keeps its name and description, and its arrow heads become one marker', () => {
  expect(html).toContain(
    '<figure tabindex=0><svg viewBox="0 0 90 90" width=90 role=img text-anchor=middle><title>A lap</title><desc>Two boxes.</desc><path d="M10 10L40 10" class="l a" /><rect',
  );
  expect(html.match(/id=head/g)).toHaveLength(1);
});

test('a callout keeps its name, a table that may be too wide can be reached by key', () => {
  expect(html).toContain('<aside class=myth><b>Myth</b><p class=c>It is so</aside>');
  expect(html).toContain('<div class=wide tabindex=0><table>');
});

test('its script ends where it ends, and it asks nobody for anything', () => {
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(html).not.toMatch(/<link|<script src|@import|url\((?!#)/);
});

test('the steps of recorded runs are left to the site', () => {
  expect(html).not.toContain('steps');
});
