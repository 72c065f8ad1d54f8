import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ADDRESSES_FILE, append, compare, readAddresses, writeAddresses } from '../../../src/share/address-list.ts';
import { keepMarkdown, leftOut, redirectsOf } from '../../../src/share/addresses-step.ts';
import { readPage, type BuiltSite } from '../../../src/share/built-site.ts';
import { tellGone } from '../../../src/share/gone.ts';

/** A built site of these pages: path → HTML of the body. */
function site(pages: Record<string, string>, prefix = ''): BuiltSite {
  const built: BuiltSite = { pages: new Map(), linked: new Map() };
  for (const [path, html] of Object.entries(pages)) readPage(`<!doctype html><html><body>${html}</body></html>`, path, prefix, built);
  return built;
}

const loop = '<h2 id="poll">Poll</h2><a href="#poll">#</a><h2 id="unlinked">U</h2><a href="#_top">Up</a><a rel="bookmark" href="/q/1/">short</a>';
const home = '<a href="/loop/#check">Check</a><a href="https://example.org/loop/#elsewhere">E</a>';

describe('the addresses of a site', () => {
  test('are its pages, and the places on them to which any page links', () => {
    const built = site({ '/': home, '/loop/': `${loop}<p id="check">` });
    expect(append({}, built)).toEqual({ '/': [], '/loop/': ['check', 'poll'] });
  });

  test('are the same under a base path', () => {
    const under = (html: string): string => html.replaceAll('href="/', 'href="/bank/');
    const built = site({ '/': under(home), '/loop/': under(`${loop}<p id="check">`) }, '/bank');
    expect(append({}, built)).toEqual({ '/': [], '/loop/': ['check', 'poll'] });
    expect(built.pages.get('/loop/')?.short).toBe('/q/1/');
  });

  test('that were published and are gone are missed; those that are new are told', () => {
    const published = { '/': [], '/loop/': ['poll', 'old'], '/gone/': ['x'] };
    expect(compare(published, site({ '/': home, '/loop/': `${loop}<p id="check">`, '/new/': '' }))).toEqual({
      gone: ['/loop/#old', '/gone/'],
      fresh: ['/loop/#check', '/new/'],
    });
  });

  test('of downloads are missed, unless the build was told to make none', () => {
    const difference = { gone: ['/loop/', '/downloads/handbook.html', '/downloads/handbook.html#24'], fresh: [] };
    expect(leftOut(difference, {}).gone).toEqual(difference.gone);
    expect(leftOut(difference, { DOWNLOADS: 'no' }).gone).toEqual(['/loop/']);
  });

  test('that a page leads on from have their places on the page it leads to', () => {
    const built = site({ '/loop/': loop });
    readPage('<!doctype html><meta http-equiv="refresh" content="0;url=/loop/">', '/old/', '', built);
    expect(compare({ '/old/': ['poll', 'lost'], '/loop/': ['poll'] }, built).gone).toEqual(['/old/#lost']);
  });
});

describe('the list', () => {
  function project(text?: string): string {
    const root = mkdtempSync(join(tmpdir(), 'addresses-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    mkdirSync(dirname(join(root, ADDRESSES_FILE)), { recursive: true });
    if (text !== undefined) writeFileSync(join(root, ADDRESSES_FILE), text);
    return root;
  }

  test('is appended to and never loses an address', () => {
    const published = { '/gone/': ['x'], '/loop/': ['old'] };
    expect(append(published, site({ '/loop/': loop }))).toEqual({ '/gone/': ['x'], '/loop/': ['old', 'poll'] });
  });

  test('is written one page a line, by path and number, and read again', () => {
    const root = project();
    expect(readAddresses(root)).toEqual({});
    writeAddresses(root, { '/q/10/': [], '/q/9/': [], '/a/': ['x', 'y'] });
    expect(readFileSync(join(root, ADDRESSES_FILE), 'utf8').split('\n').slice(3, 6)).toEqual(['    "/a/": ["x","y"],', '    "/q/9/": [],', '    "/q/10/": []']);
    expect(readAddresses(root)).toEqual({ '/q/10/': [], '/q/9/': [], '/a/': ['x', 'y'] });
  });

  test('with a merge conflict in it says how to repair it', () => {
    expect(() => readAddresses(project('<<<<<<<'))).toThrow(/addresses\.json is not valid JSON .* then run: npm run addresses -- --update$/);
  });
});

describe('what is told of an address that is gone', () => {
  const told = (address: string, fresh: string[] = []): string =>
    tellGone({ gone: [address], fresh })
      .split('\n')[2]!
      .trim();

  test('is where a correction says its old place, and what to do about an edition, which nobody writes by hand', () => {
    expect(told('/corrections/#event-loop-old-2026-11-21')).toBe('→ Say it in the entry of src/bank/corrections.yml: id: event-loop-old-2026-11-21');
    expect(told('/print/async/#q40')).toMatch(/Where it was moved on purpose, take this place out of src\/share\/addresses\.json by hand\.$/);
  });

  test('names no other short address for a short address: that would lead nowhere', () => {
    expect(told('/q/12/', ['/q/304/'])).toContain("'/q/12/': '/where/it-is-now/',");
  });

  test('is a line to paste for a page that seems to have moved', () => {
    const told = tellGone({ gone: ['/event-loop/old/'], fresh: ['/event-loop/new/', '/event-loop/new/#a', '/http/other/'] });
    expect(told).toContain("src/share/redirects.ts where it is now: '/event-loop/old/': '/event-loop/new/',");
  });

  test('is the id to keep for a heading and for a callout', () => {
    const told = tellGone({ gone: ['/a/#two-queues', '/a/#pitfall-old-words'], fresh: [] });
    expect(told).toMatch(/^2 addresses that were published are gone/);
    expect(told).toContain('{#two-queues}. When the text moved elsewhere on the page, write <span id="two-queues" />');
    expect(told).toContain('<Pitfall … id="pitfall-old-words">');
  });

  test('is told for twenty; when more are gone at once, the others are counted', () => {
    const gone = Array.from({ length: 23 }, (_, i) => `/a/#place-${i}`);
    expect(tellGone({ gone, fresh: [] })).toContain('{#place-19}');
    expect(tellGone({ gone, fresh: [] })).not.toContain('{#place-20}');
    expect(tellGone({ gone, fresh: [] })).toContain('\n  and 3 more\n');
    expect(tellGone({ gone: gone.slice(3), fresh: [] })).not.toContain(' more\n');
  });
});

describe('the redirects', () => {
  const built = site({ '/loop/': loop, '/http/': '' });

  test('lead from the short address of each question and from each page that moved', () => {
    expect([...redirectsOf(built, { '/old/page/': '/http/' })]).toEqual([
      ['/q/1/', '/loop/'],
      ['/old/page/', '/http/'],
    ]);
  });

  test.each([
    [{ '/old/': '/nowhere/' }, 'leads to no page. Name the page where the content is now.'],
    [{ '/old/': '/older/', '/older/': '/loop/' }, "leads to no page. Name the page where the content is now: '/loop/'."],
    [{ '/http/': '/loop/' }, 'is not needed: there is a page at its beginning. Take it out.'],
    [{ '/q/1/': '/loop/' }, 'is not needed'],
    [{ 'old/page': '/loop/' }, 'begins with no address: write /folder/page/'],
    [{ '/../out/': '/loop/' }, 'begins with no address'],
  ])('stop the build when they are wrong: %o', (moved, message) => {
    expect(() => redirectsOf(built, moved)).toThrow(message);
  });

  test('leave the Markdown of an answer at its old address, for programs follow no page', async () => {
    const folder = `${mkdtempSync(join(tmpdir(), 'moved-'))}/`;
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'loop/old'), { recursive: true });
    writeFileSync(join(folder, 'loop/new.md'), '# Why?\n');
    await keepMarkdown(folder, '/loop/old/', '/loop/new/');
    expect(readFileSync(join(folder, 'loop/old.md'), 'utf8')).toBe('# Why?\n');
    await expect(keepMarkdown(folder, '/loop/old/', '/tags/')).resolves.toBeUndefined();
  });
});
