import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { headerRules, headersFile } from '../../../src/policy/headers.ts';
import { policyOf, withPolicy } from '../../../src/policy/policy.ts';
import { attributesOf, tagsOf } from '../../../src/policy/tags.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (head: string, body = ''): string => `<!DOCTYPE html><html><head><meta charset="utf-8"/>${head}</head><body>${body}</body></html>`;
const directive = (html: string, name: string): string | undefined =>
  policyOf(html)
    .split('; ')
    .find((text) => text.startsWith(`${name} `));

describe('the policy of a page', () => {
  test('allows the inline scripts and styles that stand in it, by hash, and no others', () => {
    const html = page('<script>a()</script><script type="module">b()</script><style>c{}</style>');
    expect(directive(html, 'script-src')).toBe(`script-src 'self' 'wasm-unsafe-eval' ${hash('a()')} ${hash('b()')}`);
    expect(directive(html, 'style-src')).toBe(`style-src 'self' ${hash('c{}')}`);
  });

  test('has no hash for scripts in files, for data, or twice for the same text', () => {
    const html = page('<script src="/a.js"></script><script type="application/ld+json">{}</script><script>a()</script><script>a()</script>');
    expect(directive(html, 'script-src')).toBe(`script-src 'self' 'wasm-unsafe-eval' ${hash('a()')}`);
  });

  test('has a hash for what a browser obeys without running it', () => {
    expect(directive(page('<script type="speculationrules">{}</script>'), 'script-src')).toContain(hash('{}'));
  });

  test('is refused to a page with a style attribute', () => {
    expect(() => policyOf(page('', '<p style="--0:red">'))).toThrow('has a style attribute, <p style="--0:red">: give the element a class');
    expect(policyOf(page('', '<p title=" style=a" data-style="a">style="--0:red"'))).not.toContain('unsafe-inline');
  });

  test('allows nothing else that it does not name', () => {
    expect(directive(page(''), 'default-src')).toBe("default-src 'self'");
    for (const kind of ['object', 'frame', 'media']) expect(directive(page(''), `${kind}-src`)).toBe(`${kind}-src 'none'`);
  });

  test('is refused to a page with an inline event handler or an address that is a script', () => {
    expect(() => policyOf(page('', '<a title="x > y" onclick="go()">'))).toThrow(
      'has an inline event handler, <a onclick="go()">: add a listener in a script.',
    );
    expect(() => policyOf(page('', "<a href=' JavaScript:go()'>"))).toThrow('has an address that runs a script, ');
  });

  test('does not mistake texts for tags', () => {
    const html = page(
      `<!-- <p onclick="a()"> --><script>const t = '<p onclick="a()">';</script>`,
      '<p title="<b onclick=1>">&lt;p onclick="a()"&gt; href="javascript:a()"</p>',
    );
    expect(policyOf(html)).toContain(hash(`const t = '<p onclick="a()">';`));
  });
});

test('the policy stands right after the charset, before everything that it is about', () => {
  expect(withPolicy(page('<title>a</title>'))).toMatch(
    /^<!DOCTYPE html><html><head><meta charset="utf-8"\/><meta http-equiv="Content-Security-Policy" content="default-src [^"]+"\/><title>/,
  );
});

test('a page whose first tag is not its charset is refused, with the repair', () => {
  expect(() => withPolicy('<html><head><title>a</title></head>')).toThrow(
    'has no <meta charset="utf-8">, after which the policy stands: add it as the first tag of <head>.',
  );
  expect(() => withPolicy('<html><head><script>a()</script><meta charset="utf-8"></head>')).toThrow('has something before <meta charset="utf-8">');
});

test('attributes are read in every way they can be written', () => {
  const [tag] = tagsOf(`<input A="1 > 0" b='2' c=3 d checked>`);
  expect(tag!.name).toBe('input');
  expect(Object.fromEntries(attributesOf(tag!))).toEqual({ a: '1 > 0', b: '2', c: '3', d: '', checked: '' });
});

describe('the headers', () => {
  const rules = headerRules('/bank', ['_astro']);

  test('speak of addresses below the base path', () => {
    expect(rules.map(({ path }) => path)).toEqual(['/bank/*', '/bank/_astro/*', '/bank/sw.js']);
  });

  test('name no header for a file twice but policies, which add up', () => {
    const [everywhere, ...some] = rules;
    for (const { headers } of some) {
      expect(Object.keys(headers).filter((name) => name in everywhere!.headers)).toEqual(
        'Content-Security-Policy' in headers ? ['Content-Security-Policy'] : [],
      );
    }
  });

  test('are written as hosts read them', () => {
    expect(
      headersFile([
        { path: '/a/*', headers: { 'X-A': '1', 'X-B': '2' } },
        { path: '/b', headers: { 'X-C': '3' } },
      ]),
    ).toBe('/a/*\n  X-A: 1\n  X-B: 2\n\n/b\n  X-C: 3\n');
  });
});
