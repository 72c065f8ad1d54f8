import { expect, test } from 'vitest';
import { CUT, separateNames } from '../../../src/search/separate-names.ts';

const cut = (html: string): string => separateNames(html).replaceAll(CUT, '|');

test.each([
  ['process.nextTick(callback)', 'process.|nextTick(|callback)'],
  ['fs/promises, node:fs, event-loop, order.mjs', 'fs/|promises, node:|fs, event-|loop, order.|mjs'],
  ["console.log('done')", "console.|log('|done')"],
  ['<span style="color:red">process.</span><span>nextTick</span>', '<span style="color:red">process.</span><span>|nextTick</span>'],
  ['<span>console</span><span>.</span><span>log</span>', '<span>console</span><span>.</span><span>|log</span>'],
  ['<p data-aliases="fs.readFile. event-loop">x</p>', '<p data-aliases="fs.|readFile. event-|loop">x</p>'],
])('%j is cut between its names', (html, expected) => expect(cut(html)).toBe(expected));

test.each([
  "I/O isn't V8's, at 12:30 on v24.11, e.g. here.",
  '<p>The end.</p><p>The start</p>',
  '<a href="/event-loop/phases/" title="a>b.cc dd.ee">text</a>',
  'UV_THREADPOOL_SIZE=8',
])('%j stays as it is', (html) => expect(cut(html)).toBe(html));
