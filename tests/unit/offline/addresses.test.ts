import { expect, test } from 'vitest';
import { isHashed, routeOf, type Known } from '../../../src/offline/addresses.client.ts';

const files = new Set(['', '404.html', 'event-loop/', 'event-loop/phases/', 'цикл-событий/', 'pagefind/pagefind-entry.json', '_astro/page.B1.js']);
const known: Known = { base: '/bank/', files, redirects: { 'q/26/': 'event-loop/phases/' } };
const route = (path: string, isPage = true) => routeOf(new URL(path, 'https://example.org'), isPage, known);

test('a saved page is found by its address, by index.html and with any query', () => {
  for (const path of ['/bank/event-loop/phases/', '/bank/event-loop/phases/index.html', '/bank/event-loop/phases/?utm_source=x'])
    expect(route(path)).toEqual({ to: 'file', address: 'event-loop/phases/' });
  expect(route('/bank/index.html')).toEqual({ to: 'file', address: '' });
});

test("Pagefind's entry is found although it is asked for with the time", () => {
  expect(route('/bank/pagefind/pagefind-entry.json?ts=1763740000000', false)).toEqual({ to: 'file', address: 'pagefind/pagefind-entry.json' });
});

test('an address outside ASCII is found encoded, as browsers ask for it', () => {
  expect(route(`/bank/${encodeURI('цикл-событий')}/`)).toEqual({ to: 'file', address: 'цикл-событий/' });
});

test('a page without its slash leads to the page, and keeps its query', () => {
  expect(route('/bank/event-loop?mark=tick')).toEqual({ to: 'redirect', path: '/bank/event-loop/?mark=tick' });
  expect(route('/bank/event-loop', false)).toBeNull();
});

test('a permanent address leads to its page, with and without a slash', () => {
  for (const path of ['/bank/q/26/', '/bank/q/26']) expect(route(path)).toEqual({ to: 'redirect', path: '/bank/event-loop/phases/' });
});

test('a hashed file of another edition may be in the store; another unknown file is the network’s', () => {
  expect(route('/bank/_astro/page.A0.js', false)).toEqual({ to: 'older', address: '_astro/page.A0.js' });
  expect(route('/bank/bank.json', false)).toBeNull();
});

test('a page that is not saved comes from the network; other sites of the origin are left alone', () => {
  expect(route('/bank/downloads/')).toEqual({ to: 'network-page' });
  expect(route('/other/')).toBeNull();
});

test('an address that cannot be decoded is left to the network', () => {
  expect(route('/bank/%E0%A4%A')).toBeNull();
});

test('what changes its name with its bytes is known by its place', () => {
  const names = ['_astro/page.B1.js', 'pagefind/fragment/en_1.pf_fragment', 'pagefind/index/en_1.pf_index', 'pagefind/pagefind.en_b962.pf_meta'];
  expect(names.filter((name) => !isHashed(name))).toEqual([]);
  expect(['pagefind/pagefind.js', 'pagefind/wasm.en.pagefind', 'event-loop/', 'icon.svg'].filter(isHashed)).toEqual([]);
});
