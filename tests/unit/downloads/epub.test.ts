import { unzipSync } from 'fflate';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { book } from '../../../src/downloads/epub/book.ts';
import { writeXhtml } from '../../../src/downloads/epub/xhtml.ts';
import { complaintsOf, epubcheck } from '../../support/epubcheck.ts';
import { answer, DRAWING, PROGRAM } from './answers.ts';

const SITE = new URL('https://example.org/bank/');
const one = answer(
  { id: 1, title: 'What is `a < b`?', followUps: ['event-loop/question-2'] },
  `<h2 id="part">A part</h2>${PROGRAM}${DRAWING}<table><tr><td align="right">1</td></tr></table>`,
);
const two = answer(
  { id: 2, reviewed: '2026-11-21' },
  `<p>See <a href="${one.address}#part">one</a> and <a href="${one.address}#gone">this</a>, <a href="${SITE}how/">how</a>.</p>`,
);
const epub = await book([one, two], SITE);
const files = unzipSync(epub);
const text = (file: string): string => new TextDecoder().decode(files[`EPUB/${file}`]);

test('its first entry says, uncompressed, that it is an EPUB', () => {
  expect(Buffer.from(epub).subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
});

test('contents and spine name every answer below its segment', () => {
  expect(text('nav.xhtml')).toContain(
    '<a href="event-loop.xhtml">The event loop</a><ol><li><a href="1.xhtml">What is <code>a &lt; b</code>?</a></li><li><a href="2.xhtml">',
  );
  const spine = [...text('package.opf').matchAll(/<itemref idref="f-([\w-]+)"/g)].map(([, id]) => id);
  expect(spine).toEqual(['cover-xhtml', 'title-xhtml', 'nav-xhtml', 'event-loop-xhtml', '1-xhtml', '2-xhtml']);
});

test('links between answers stay inside the book, also when a heading has no place there', () => {
  expect(text('2.xhtml')).toContain('See <a href="1.xhtml#part">one</a> and <a href="1.xhtml">this</a>, <a href="https://example.org/bank/how/">how</a>.');
  expect(text('1.xhtml')).toContain('<li><a href="2.xhtml">Question 2?</a></li>');
});

test('the same answers give the same bytes, dated by the newest review', async () => {
  expect(Buffer.compare(Buffer.from(await book([one, two], SITE)), Buffer.from(epub))).toBe(0);
  expect(text('package.opf')).toContain('<meta property="dcterms:modified">2026-11-21T00:00:00Z</meta>');
});

test('XHTML closes what it opens, and draws what XML may not contain', () => {
  const xhtml = writeXhtml({ type: 'root', children: [...bodyOf('<p>a<br>b \u001b[31m c[d[0]]>1 &copy;</p><img src="x" alt="">')] });
  expect(xhtml).toBe('<p>a<br />b ␛[31m c[d[0]]&gt;1 ©</p><img src="x" alt="" />');
});

test.skipIf(!epubcheck)('epubcheck has nothing to say against it (left out where epubcheck is not installed)', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'epub-'));
  const file = join(folder, 'book.epub');
  writeFileSync(file, epub);
  expect(complaintsOf(file)).toEqual([]);
  rmSync(folder, { recursive: true });
});

function bodyOf(html: string): ReturnType<typeof answer>['body']['children'] {
  return answer({ id: 9 }, html).body.children;
}
