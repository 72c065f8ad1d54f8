import { describe, expect, test } from 'vitest';
import Myth from '../../../src/components/Myth.astro';
import Pitfall from '../../../src/components/Pitfall.astro';
import Say from '../../../src/components/Say.astro';
import Senior from '../../../src/components/Senior.astro';
import { render } from './render.ts';

describe.each([
  ['Pitfall', Pitfall, {}, 'Pitfall'],
  ['Myth', Myth, { claim: 'Timers are exact' }, 'Myth'],
  ['Senior', Senior, {}, 'What a senior adds'],
  ['Say', Say, {}, 'Say it aloud'],
])('<%s>', (_, word, props, name) => {
  test('is an aside whose name is read out once', async () => {
    const { one, texts } = await render(word, props, '<p>Text.</p>');
    expect(one('aside').properties['ariaLabel']).toBe(name);
    expect(texts('[aria-hidden=true]')).toEqual([name]);
  });

  test('has an address, its own if the author wrote one, and a link to it', async () => {
    const { one } = await render(word, props, '<p>Text.</p>');
    expect(one('a.anchor-link').properties['href']).toBe(`#${String(one('aside').properties['id'])}`);
    const own = await render(word, { ...props, id: 'own' }, '<p>Text.</p>');
    expect(own.one('aside#own a').properties['href']).toBe('#own');
  });

  test('shows what the author wrote', async () => {
    expect((await render(word, props, '<p>Mind <code>this</code>.</p>')).html).toContain('<p>Mind <code>this</code>.</p>');
  });
});

test('a pitfall may have a title of its own', async () => {
  expect((await render(Pitfall, { title: 'One slow line' })).texts('.headline')).toEqual(['One slow line']);
  expect((await render(Pitfall)).has('.headline')).toBe(false);
});

test('a myth quotes its claim before the refutation', async () => {
  const { texts, html } = await render(Myth, { claim: 'Timers are exact' }, '<p>They are not.</p>');
  expect(texts('.claim')).toEqual(['“Timers are exact”']);
  expect(html.indexOf('Timers are exact')).toBeLessThan(html.indexOf('They are not.'));
});

test('a claim is text, whatever is in it', async () => {
  expect((await render(Myth, { claim: 'a < b & <i>c</i>' })).texts('.claim')).toEqual(['“a < b & <i>c</i>”']);
});

test.each([undefined, '', '  '])('a myth with the claim %o stops the build', async (claim) => {
  await expect(render(Myth, { claim })).rejects.toThrow('needs the claim it refutes: <Myth claim="…">.');
});
