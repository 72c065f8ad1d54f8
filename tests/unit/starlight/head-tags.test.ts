import type { APIContext } from 'astro';
import { expect, test } from 'vitest';
import { PROMISE } from '../../../src/site.ts';
import { onRequest } from '../../../src/starlight/head-tags.ts';
import { fields, words } from '../bank/fields.ts';

interface Tag {
  tag: string;
  attrs?: Record<string, string>;
  content?: string;
}

/** The head of a page after the middleware. @param head what Starlight had put there */
async function headOf(id: string, data: Record<string, unknown>, head: Tag[] = []): Promise<Tag[]> {
  const context = { site: new URL('https://example.org/'), locals: { starlightRoute: { entry: { id, data }, head, id } } };
  await onRequest(context as unknown as APIContext, async () => {});
  return head;
}

const meta = (head: Tag[], name: string): string[] =>
  head.filter(({ attrs }) => attrs?.['name'] === name || attrs?.['property'] === name).map(({ attrs }) => attrs!['content']!);

test('a question is described by its spoken answer, without backticks', async () => {
  const short = `Look at \`poll\`. ${words(45)}`;
  const head = await headOf('event-loop/phases', fields({ short }));
  expect(meta(head, 'description')[0]).toMatch(/^Look at poll\. word0 /);
  expect(meta(head, 'og:description')).toEqual(meta(head, 'description'));
});

test('another page is described by its own description, or else by the promise of the site', async () => {
  expect(meta(await headOf('index', { title: 'Home', description: 'Start here.' }), 'description')).toEqual(['Start here.']);
  expect(meta(await headOf('index', { title: 'Home' }), 'description')).toEqual([PROMISE]);
});

test('a description that is there already is replaced, not doubled', async () => {
  const head = await headOf('event-loop/phases', fields(), [{ tag: 'meta', attrs: { name: 'description', content: 'old' } }]);
  expect(meta(head, 'description')).toEqual([expect.stringMatching(/^word0 /)]);
});

test('the card has an absolute address, a size and words for it', async () => {
  const head = await headOf('index', { title: 'Home' });
  expect(meta(head, 'og:image')[0]).toMatch(/^https:\/\/example\.org\/.*\.png$/);
  for (const name of ['og:image:width', 'og:image:height', 'og:image:alt']) expect(meta(head, name), name).toHaveLength(1);
});

test('a question says when it was reviewed and carries its structured data; another page does not', async () => {
  const scripts = (head: Tag[]) => head.filter(({ tag, attrs }) => tag === 'script' && attrs?.['type'] === 'application/ld+json');
  const question = await headOf('event-loop/phases', fields());
  expect(meta(question, 'article:modified_time')).toEqual(['2026-11-20']);
  expect(scripts(question)).toHaveLength(1);
  const other = await headOf('commonly-wrong', { title: 'Commonly wrong' });
  expect(meta(other, 'og:type')).toEqual(['website']);
  expect(scripts(other)).toEqual([]);
  expect(scripts(await headOf('', { title: 'Home' }))).toEqual([expect.objectContaining({ content: expect.stringContaining('"WebSite"') })]);
});

test('every page names the feed', async () => {
  const head = await headOf('commonly-wrong', { title: 'Commonly wrong' });
  expect(head.filter(({ attrs }) => attrs?.['type'] === 'application/atom+xml').map(({ attrs }) => attrs!['href'])).toEqual(['/feed.xml']);
});
