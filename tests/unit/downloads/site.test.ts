import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBuiltSite, type BuiltSite } from '../../../src/downloads/built-site.ts';
import { parseHtml, writeHtml } from '../../../src/downloads/html.ts';
import { Addresses } from '../../../src/downloads/site/addresses.ts';
import { fitForFolder } from '../../../src/downloads/site/page.ts';
import { reachablePages } from '../../../src/downloads/site/reachable.ts';
import { fitStyles, Shared } from '../../../src/downloads/site/shared.ts';
import { textsOf } from '../../../src/downloads/site/texts.ts';

const HOME = 'https://example.org/bank/';
const page = (body: string, head = ''): string => `<html><head><meta charset="utf-8"/>${head}</head><body>${body}</body></html>`;

const FILES: Record<string, string> = {
  'index.html': page('<a href="/bank/a/one/">one</a> <a href="/bank/print/a/">print</a>', `<link rel="canonical" href="${HOME}"/>`),
  'a/one/index.html': page('<a href="../two/#part">two</a> <a href="/bank/q/7/">seven</a>'),
  'a/two/index.html': page('<a href="/bank/bank.json">data</a>'),
  'a/seven/index.html': page('<a href="/bank/404.html">x</a> <a href="/bank/use-it-offline/">save</a>'),
  'q/7/index.html': '<html><head><meta http-equiv="refresh" content="0;url=/bank/a/seven/"/></head><body></body></html>',
  'print/a/index.html': page('<a href="/bank/lost/">lost</a>'),
  'lost/index.html': page(''),
  'use-it-offline/index.html': page(''),
  'bank.json': '{}',
  'icon.svg': '<svg/>',
  '_astro/site.css': '.b{background:url("/bank/icon.svg")}',
  '_astro/font.woff2': 'font',
  '_astro/script.js': 'console.log(1)',
};

let site: BuiltSite;
beforeAll(() => {
  const dist = mkdtempSync(join(tmpdir(), 'downloads-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), text);
  }
  site = openBuiltSite(dist);
});
afterAll(() => rmSync(site.dist, { recursive: true }));

const PAGES = ['a/one/index.html', 'a/seven/index.html', 'a/two/index.html', 'index.html'];

test('the pages a reader can come to are taken along, not those that only send on or are made for paper', () => {
  expect(reachablePages(site)).toEqual(expect.arrayContaining(PAGES));
  expect(reachablePages(site)).not.toContain('q/7/index.html');
  expect(reachablePages(site)).not.toContain('print/a/index.html');
  expect(reachablePages(site)).not.toContain('lost/index.html');
  expect(reachablePages(site)).not.toContain('use-it-offline/index.html');
});

describe('a link', () => {
  const link = (href: string): string => new Addresses(site, new Set(PAGES)).link(href, 'a/one/index.html');

  test('to another page names its file, from where the page lies', () => {
    expect(link('/bank/a/two/#part')).toBe('../two/index.html#part');
    expect(link('../two/?x=1')).toBe('../two/index.html?x=1');
    expect(link('/bank/')).toBe('../../index.html');
    expect(link('#here')).toBe('#here');
  });

  test('to a permanent address leads to the page behind it', () => {
    expect(link('/bank/q/7/')).toBe('../seven/index.html');
  });

  test('to what does not come along leads to the web', () => {
    expect(link('/bank/bank.json')).toBe(`${HOME}bank.json`);
    expect(link('/bank/print/a/')).toBe(`${HOME}print/a/`);
    expect(link('https://nodejs.org/')).toBe('https://nodejs.org/');
  });
});

describe('a page', () => {
  const fitted = (html: string, name = 'a/one/index.html'): { html: string; addresses: Addresses; shared: Shared } => {
    const addresses = new Addresses(site, new Set(PAGES));
    const shared = new Shared(site, ['.astro-aaaaaaaa{}']);
    const tree = parseHtml(html);
    fitForFolder(tree, name, addresses, shared);
    return { html: writeHtml(tree), addresses, shared };
  };

  test('names its modules for the one script that holds them, in their order', () => {
    const { html, shared } = fitted(
      page('<script type="module" src="/bank/_astro/script.js"></script><script type="module">let a</script><script type="module">let a</script>'),
    );
    const [, names] = /data-modules="?([\w ]+)"?/.exec(html)!;
    expect(names!.split(' ').map((name) => shared.modules.get(name))).toEqual([{ file: '_astro/script.js' }, { code: 'let a' }]);
    expect(html).toContain('src=../../site.js defer');
    expect(html).not.toContain('type=module');
  });

  test('keeps a script that must run at once, and data', () => {
    const { html, shared } = fitted(
      page('<script>theme()</script><script type="application/json">{"a":1}</script><script type="application/ld+json">{}</script>'),
    );
    expect([...shared.files.values()]).toEqual(['theme()']);
    expect(html).toMatch(/<script src=..\/..\/scripts\/\w+.js><\/script><script type=application\/json>{"a":1}<\/script><script src=/);
    expect(html).not.toContain('ld+json');
  });

  test('asks for nothing it cannot have: no policy, no manifest, no preloads, no cards', () => {
    const head =
      '<meta http-equiv="content-security-policy" content="default-src \'none\'"/><link rel="manifest" href="/bank/m.json"/><link rel="preload" href="/bank/_astro/font.woff2" as="font"/><meta property="og:image" content="x"/><link rel="icon" href="/bank/icon.svg"/>';
    const { html, addresses } = fitted(page('', head));
    expect(html).not.toMatch(/policy|manifest|preload|og:/);
    expect(html).toContain('href=../../icon.svg');
    expect([...addresses.assets]).toEqual(['icon.svg']);
  });

  test('leaves out what needs a server: saving for offline reading, sharing, runs that would be fetched', () => {
    const { html, shared } = fitted(
      page(
        '<offline-control>Save</offline-control><script type="module" src="/bank/_astro/OfflineControl.astro_astro_type_script_index_0_lang.BPXdI7ZH.js"></script><share-menu>Share</share-menu><label class="tp-own">Own</label><button>Predict</button>',
      ),
    );
    expect(html).toContain('<meta charset=utf-8><button>Predict</button><script');
    expect(shared.modules.size).toBe(0);
  });

  test('has a template, which is for scripts alone, put there by a script that all pages share', () => {
    const { html, shared } = fitted(page('<template id="icons"><b class="astro-aaaaaaaa">x</b></template>'));
    expect([...shared.files.values()]).toEqual([
      `document.currentScript.insertAdjacentHTML('afterend',"<template id=icons><b class=astro-aaaaaaaa>x</b></template>")`,
    ]);
    expect(html).not.toContain('<template');
  });

  test('says which file is missing when it loads one that is not there', () => {
    expect(() => fitted(page('<img src="/bank/no.png"/>'))).toThrow('a/one/index.html loads /bank/no.png, which is not a file of the built site');
    expect(() => fitted(page('<script type="module" src="/bank/no.js"></script>'))).toThrow('loads the module /bank/no.js');
  });

  test('is lighter by what can be said once: programs of copy buttons, classes without a rule', () => {
    const code = (data: string): string =>
      `<figure><pre><code><div class="ec-line"><div class="code"><span class="_0">let</span> a</div></div><div class="ec-line"><div class="code">\n</div></div></code></pre><button data-code="${data}" class="astro-aaaaaaaa astro-bbbbbbbb"></button></figure>`;
    const { html } = fitted(page(code('let a\u007f')));
    expect(html).toContain('<span class=_0>let</span> a');
    expect(html).not.toContain('data-code');
    expect(html).toContain('<button class=astro-aaaaaaaa>');
    expect(fitted(page(code('something else'))).html).toContain('data-code="something else"');
  });
});

test('styles find their files from where they lie now, and carry their fonts', () => {
  const addresses = new Addresses(site, new Set(PAGES));
  const css =
    '@view-transition{navigation:auto}@font-face{src:url("/bank/_astro/font.woff2");font-display:optional}.b{background:url(/bank/icon.svg)}.c{background:url("data:x")}';
  expect(fitStyles(css, site, 'a/one/index.html', addresses, 'styles/x.css')).toBe(
    `@font-face{src:url(data:font/woff2;base64,${btoa('font')});font-display:block}.b{background:url("../icon.svg")}.c{background:url("data:x")}`,
  );
  expect([...addresses.assets]).toEqual(['icon.svg']);
});

test('the search knows what the site lets be searched, by heading, and of programs the names', () => {
  const html = `<main data-pagefind-body><p data-pagefind-ignore>where</p><span hidden data-pagefind-filter="level:mid"></span><span hidden data-aliases="other words"></span>
    <h1>Title</h1><p>Short <code>answer</code>.</p><h2 id="part">A part</h2><p>Text</p><figure><pre><div class="code">const answer = readFile(x)</div></pre></figure><ol class="tp-steps"><li>step</li></ol></main>`;
  expect(textsOf(parseHtml(html), 'a/index.html')).toEqual({
    ...{ url: 'a/index.html', title: 'Title', segment: '', level: 'mid', aliases: 'other words', names: 'const readFile' },
    parts: [
      { anchor: '', heading: '', text: 'Short answer.' },
      { anchor: 'part', heading: 'A part', text: 'Text' },
    ],
  });
  expect(textsOf(parseHtml('<main><h1>Not searched</h1></main>'), 'x')).toBeNull();
});
