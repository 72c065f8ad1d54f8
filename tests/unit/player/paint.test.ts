import { toText, type Root } from '@astrojs/starlight/expressive-code/hast';
import { htmlToHast } from 'satteri';
import { expect, test } from 'vitest';
import { paintCode } from '../../../src/player/paint.ts';

const text = (code: string): string => toText(htmlToHast(paintCode(code)) as Root, { whitespace: 'pre' });

test('painting changes no letter of the code', () => {
  const code = ['// <b> & "c"', 'async function* f(a = `x${1 < 2}`) {', '  await null; /* two', "  lines */ return 'it' + /[/]/;", '}', ''].join('\n');
  expect(text(code)).toBe(code);
});

test('each line stands for itself, even in the middle of a template or a comment', () => {
  const lines = paintCode('const a = `one\ntwo`;').split(/(?=<span)/);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toBe('<span class="ln" data-l="2"><i class="s">two</i><i class="s">`</i>;\n</span>');
});

test('keywords, strings, numbers, calls and comments are told apart', () => {
  expect(paintCode("let a = f(1, 'b'); // c")).toBe(
    `<span class="ln" data-l="1"><i class="k">let</i> a = <i class="f">f</i>(<i class="n">1</i>, <i class="s">'b'</i>); <i class="c">// c</i>\n</span>`,
  );
});

test('code that the tokenizer does not understand is shown plain', () => {
  expect(text('let a = "open\nlet b = 1;')).toBe('let a = "open\nlet b = 1;\n');
});
