import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fillFacts } from '../../../src/offline/facts.ts';
import { offline, writeOffline } from '../../../src/offline/integration.ts';
import { isSaved } from '../../../src/offline/left-out.ts';
import { takeStock } from '../../../src/offline/take-stock.ts';

/** A built site of these files. */
function site(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'offline-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries({ 'pagefind/pagefind-entry.json': '{}', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return `${folder}/`;
}

const sha = (text: string) => createHash('sha256').update(text).digest('base64');
const refresh = (to: string) => `<!doctype html><title>26</title><meta http-equiv="refresh" content="0;url=${to}">`;

test('each file stands in the manifest under the address that links use, with the hash of its bytes', () => {
  const { files } = takeStock(site({ 'index.html': 'home', 'a/b/index.html': 'b', '404.html': 'none' }), '/');
  expect(files).toEqual([
    ['404.html', sha('none'), 4],
    ['a/b/', sha('b'), 1],
    ['', sha('home'), 4],
    ['pagefind/pagefind-entry.json', sha('{}'), 2],
  ]);
});

test('the same bytes are the same edition, other bytes are another', () => {
  const version = (text: string) => takeStock(site({ 'index.html': text }), '/').version;
  expect(version('a')).toBe(version('a'));
  expect(version('a')).not.toBe(version('b'));
  expect(version('a')).toMatch(/^[0-9a-f]{12}$/);
});

test('a page that only leads on is a line of the manifest instead of a file', () => {
  const { files, redirects } = takeStock(
    site({ 'q/26/index.html': refresh('/bank/event-loop/phases/'), 'q/9/index.html': refresh('https://e.org/bank/x/') }),
    '/bank/',
  );
  expect(redirects).toEqual({ 'q/26/': 'event-loop/phases/', 'q/9/': 'x/' });
  expect(files.map(([address]) => address)).toEqual(['pagefind/pagefind-entry.json']);
});

test('a page that leads out of the site is a file like others', () => {
  const { redirects } = takeStock(site({ 'q/1/index.html': refresh('https://nodejs.org/api/') }), '/bank/');
  expect(redirects).toEqual({});
});

test('a name that could not be asked for is refused', () => {
  expect(() => takeStock(site({ 'a#b.html': '' }), '/')).toThrow(/a#b\.html cannot be part of an address\.\n→/);
});

test('what a reader opens is saved; what others ask for is not', () => {
  const saved = ['index.html', 'event-loop/phases/index.html', '_astro/a.B1.js', 'icon.svg', 'icons/icon-192.png', 'manifest.webmanifest'];
  const search = ['pagefind/pagefind.js', 'pagefind/pagefind-worker.js', 'pagefind/pagefind-component-ui.js', 'pagefind/wasm.en.pagefind'];
  expect([...saved, ...search, 'pagefind/pagefind-entry.json', 'pagefind/fragment/en_1.pf_fragment'].filter((path) => !isSaved(path))).toEqual([]);
  const left = ['sw.js', 'offline/manifest-1.js', 'downloads/handbook.html', 'print/event-loop/index.html', 'cards/26.png', 'bank.json', 'bank.schema.json'];
  const machines = ['event-loop/phases.md', 'llms.txt', 'llms-full.txt', 'sitemap-0.xml', 'robots.txt', 'feed.xml', '_headers'];
  const unused = ['pagefind/pagefind-ui.js', 'pagefind/pagefind-highlight.js', 'pagefind/wasm.unknown.pagefind', '_astro/a.js.map'];
  expect([...left, ...machines, ...unused].filter(isSaved)).toEqual([]);
});

test('a page that only leads on is counted neither as a file nor in bytes', () => {
  const { cost, files } = writeOffline(site({ 'index.html': 'home', 'q/26/index.html': refresh('/event-loop/phases/') }), '/');
  expect(cost).toMatchObject({ files: 2, stored: 'home'.length + '{}'.length });
  expect(files).toHaveLength(2);
});

test('the numbers come into the pages before the pages are hashed', () => {
  const folder = site({ 'index.html': '<p>(<span data-offline-fact="size" class="x">some MB</span>, <span data-offline-fact="files">all</span> files)' });
  const { files, cost } = writeOffline(folder, '/');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  expect(html).toBe('<p>(<span data-offline-fact="size" class="x">1 MB</span>, <span data-offline-fact="files">2</span> files)');
  expect(files.find(([address]) => address === '')?.[1]).toBe(sha(html));
  expect(cost.files).toBe(2);
});

test('a number that is not known is named', () => {
  expect(() => fillFacts('<span data-offline-fact="weight"></span>', { size: '', files: '', stored: '' })).toThrow(
    /"weight" is not known\.\n→ Known: size, files, stored/,
  );
});

test('a worker that another build made is another worker, because it imports another manifest', () => {
  const folder = site({ 'index.html': 'a' });
  const { version } = writeOffline(folder, '/');
  expect(readFileSync(join(folder, 'sw.js'), 'utf8')).toMatch(new RegExp(`^importScripts\\('offline/manifest-${version}\\.js'\\);\n`));
  writeFileSync(join(folder, 'index.html'), 'b');
  const again = writeOffline(folder, '/');
  expect(again.version).not.toBe(version);
  expect(existsSync(join(folder, `offline/manifest-${version}.js`))).toBe(false);
});

test('neither worker nor control uses what a strict content policy forbids', () => {
  const folder = site({ 'index.html': 'a' });
  writeOffline(folder, '/');
  expect(readFileSync(join(folder, 'sw.js'), 'utf8')).not.toMatch(/\beval\(|new Function|blob:/);
});

const hooks = offline().hooks as unknown as Record<string, (given: object) => unknown>;
const named = (...names: string[]) => ({ config: { base: '/', integrations: names.map((name) => ({ name })) } });

test('it wants to stand last, and says what stands behind it', () => {
  expect(() => hooks['astro:config:done']!(named('search-index', 'offline'))).not.toThrow();
  expect(() => hooks['astro:config:done']!(named('offline', 'search-index'))).toThrow(/what search-index writes would not be saved\.\n→ Move it to the end/);
});

test('without a search index it says what is missing, and where that comes from', () => {
  const folder = site({ 'index.html': 'a' });
  rmSync(join(folder, 'pagefind'), { recursive: true });
  expect(() => writeOffline(folder, '/')).toThrow(/no search index in .*\n→ searchIndex\(\) must stand before offline\(\)/);
});
