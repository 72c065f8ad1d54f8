import type { APIContext } from 'astro';
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { expect, test } from 'vitest';
import { onRequest } from '../../../src/starlight/trim-sidebar.ts';

type Entry = StarlightRouteData['sidebar'][number];

const link = (label: string, isCurrent = false): Entry => ({ type: 'link', label, href: `/${label}/`, isCurrent, badge: undefined, attrs: {} });
const group = (label: string, ...entries: Entry[]): Entry => ({ type: 'group', label, entries, collapsed: false, badge: undefined });

/** The sidebar as the page gets it. `next` is called first, because Starlight's own middleware fills the sidebar. */
async function trimmed(...sidebar: Entry[]): Promise<Entry[]> {
  const locals = { starlightRoute: { sidebar: [] as Entry[] } };
  await onRequest({ locals } as unknown as APIContext, async () => {
    locals.starlightRoute.sidebar = sidebar;
  });
  return locals.starlightRoute.sidebar;
}

test('the segment of the current page keeps its questions', async () => {
  const open = group('Event loop', link('event-loop'), link('phases', true));
  expect(await trimmed(open)).toEqual([open]);
});

test('every other segment becomes one link to its first page', async () => {
  const [, other] = await trimmed(group('Event loop', link('phases', true)), group('Streams', link('streams'), link('pipe')));
  expect(other).toEqual({ type: 'link', label: 'Streams', href: '/streams/', isCurrent: false, badge: undefined, attrs: {} });
});

test('a current page deep in a group keeps the whole group', async () => {
  const deep = group('Event loop', group('Timers', link('unref', true)));
  expect(await trimmed(deep)).toEqual([deep]);
});

test('on a page outside all segments every segment is a link', async () => {
  expect((await trimmed(group('A', link('a')), group('B', group('C', link('c'))))).map((entry) => entry.type === 'link' && entry.href)).toEqual(['/a/', '/c/']);
});

test('plain links stay', async () => {
  expect(await trimmed(link('about'))).toEqual([link('about')]);
});
