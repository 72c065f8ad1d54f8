import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { elementsIn, parseHtml, textOf } from '../../../src/downloads/html.ts';
import { handbook } from '../../../src/downloads/handbook/handbook.ts';
import { otherWords, type Packed } from '../../../src/downloads/handbook/packed.ts';
import { answer, DRAWING, PROGRAM } from './answers.ts';

const SITE = new URL('https://example.org/bank/');
const PREDICTION =
  '<section class="predict"><p class="headline"><strong>Predict:</strong> What?</p><ol class="options" type="A"><li><code>a</code></li><li><code>b</code></li></ol><ul class="reasons">' +
  '<li><p><strong>Wrong:</strong> <code>a</code></p><p>Not <code>a</code>.</p></li><li><p><strong>Right:</strong> <code>b</code></p><p>Yes.</p><p>So it is.</p></li></ul></section>';
const one = answer(
  { id: 1, title: 'What is `poll`?', followUps: ['event-loop/question-2'], aliases: ['the "wait"'] },
  `<h2 id="part">A part</h2> ${PROGRAM}${DRAWING}<aside class="myth" id="m" aria-label="Myth"><p class="label" aria-hidden="true">Myth</p><p class="claim">It is so</p></aside><section class="trace"><p>steps</p></section>${PREDICTION}`,
);
const two = answer(
  { id: 2 },
  `<h2 id="part">Another</h2>${DRAWING}<p>See <a href="${one.address}#part">one</a>, <a href="${SITE}how/">how</a>, <a href="https://nodejs.org/">docs</a>.</p><table><tr><td>a</td></tr></table>`,
);
const html = await handbook([one, two], SITE, '22 24 26');
const tree = parseHtml(html);
const packed = JSON.parse(inflateRawSync(Buffer.from(/ id=packed>([^<]*)</.exec(html)![1]!, 'base64')).toString()) as Packed;
const attributes = (name: string): string[] => elementsIn(tree, ({ properties }) => name in properties).map(({ properties }) => String(properties[name]));

test('has every answer below its segment, with level, number and short answer, and knows the way to the site', () => {
  const articles = elementsIn(tree, ({ tagName }) => tagName === 'article');
  expect(articles.map(({ properties }) => properties['id'])).toEqual(['1', '2']);
  expect(textOf(articles[0]!)).toContain('mid 1What is poll?One sentence. Then code.A part');
  expect(html).toContain('<main data-q=https://example.org/bank/q/>');
});

test('is in no search engine, which should find the answers themselves', () => {
  expect(elementsIn(tree, ({ properties }) => properties['name'] === 'robots').map(({ properties }) => properties['content'])).toEqual(['noindex']);
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
    expect(html).toContain("<p class=n>order.cjs<pre>if (a &lt; b &#38;&#38; c[d[0]]>1) log('x');</pre><pre class=o>x");
  });

  test('is indented by tabs, unless it has some or is no JavaScript', async () => {
    const pre = async (code: string, language: string): Promise<string> =>
      (await handbook([answer({ id: 1 }, `<figure class="program"><pre><code class="language-${language}">${code}</code></pre></figure>`)], SITE, '22')).match(
        /<pre>([^<]*)/,
      )![1]!;
    expect(await pre('a\n  b\n    c  d\n   e', 'js')).toBe('a\n\tb\n\t\tc  d\n\t e');
    expect(await pre('a\n  b\t', 'js')).toBe('a\n  b\t');
    expect(await pre('a:\n  b', 'yaml')).toBe('a:\n  b');
  });

  test('that ran on fewer lines says so', async () => {
    const fewer = await handbook(
      [answer({ id: 1 }, PROGRAM.replaceAll('22 · 24 · 26', '24 · 26').replaceAll('Node 22, 24, 26', 'Node 24, 26'))],
      SITE,
      '22 24 26',
    );
    expect(fewer).toContain('<p class=n>order.cjs ran on Node 24 · 26<pre>');
    expect(fewer).toContain('<p class=o>Output (Node 24, 26)<pre class=o>');
  });
});

test('a drawing is described in words and packed at the end, and its arrow heads become one marker', () => {
  expect(html).toContain('<figure><p>Two boxes.<figcaption>A lap</figcaption></figure>');
  expect(packed.drawings).toHaveLength(2);
  expect(packed.drawings[0]).toContain('<svg viewBox="0 0 90 90" width=90 role=img text-anchor=middle><path d="M10 10L40 10" class="l a" /><rect');
  expect(html.match(/id=head/g)).toHaveLength(1);
});

test('of a prediction it says at once why the right option is right, by its letter, and packs why the others are wrong', () => {
  expect(html).toContain('<p class=c>Predict: What?<ol type=A><li><i>a</i><li><i>b</i></ol><ol class=r type=A><li value=2><b>Right:</b> Yes.<p>So it is.</ol>');
  expect(packed.reasons).toEqual(['<li value=1><b>Wrong:</b> Not <i>a</i>.']);
});

test('packs the words of other names that the title does not have, each once', () => {
  expect(packed.aliases).toEqual(['"wait"', '']);
  expect(otherWords('The event loop', ['what is the event loop', 'Loop phases', 'phases of libuv'])).toBe('phases libuv');
});

test('a callout keeps its name, a table may be too wide', () => {
  expect(html).toContain('<aside class=my><b>Myth</b><p class=c>It is so</aside>');
  expect(html).toContain('<div class=wide><table>');
});

test('its scripts end where they end, and it asks nobody for anything', () => {
  expect(html.match(/<\/script>/g)).toHaveLength(2);
  expect(html).not.toMatch(/<link|<script src|@import|url\((?!#)/);
});

test('the steps of recorded runs are left to the site', () => {
  expect(html).not.toContain('steps');
});
