import { describe, expect, test } from 'vitest';
import { firstSentence, inlineCode, withoutTicks } from '../../../src/bank/text.ts';

describe('the answer in one line', () => {
  test.each([
    ['It depends. In CommonJS the tick is first.', 'It depends.'],
    ['Is it? Yes.', 'Is it?'],
    ['Node calls it. `setImmediate` does not.', 'Node calls it.'],
    ['It is, in short, one thread', 'It is, in short, one thread'],
    ['Ask for `fs.readFile` in Node 22.5 first. Then wait.', 'Ask for `fs.readFile` in Node 22.5 first.'],
    ['First everything runs. “Then” comes later.', 'First everything runs.'],
    ['It ends\nhere. Not here.', 'It ends\nhere.'],
  ])('of %j is %j', (text, first) => {
    expect(firstSentence(text)).toBe(first);
  });
});

describe('plain text with code', () => {
  test('becomes HTML in which backticks are code', () => {
    expect(inlineCode('Call `a()` then `b()`.')).toBe('Call <code>a()</code> then <code>b()</code>.');
  });

  test('keeps everything else as text, inside code too', () => {
    expect(inlineCode('a < b && `x<T>("y")`')).toBe('a &lt; b &amp;&amp; <code>x&lt;T&gt;(&quot;y&quot;)</code>');
  });

  test('leaves a single backtick alone', () => {
    expect(inlineCode('a ` b')).toBe('a ` b');
  });

  test('loses its backticks where there can be no elements', () => {
    expect(withoutTicks('Why `a < b`?')).toBe('Why a < b?');
  });
});
