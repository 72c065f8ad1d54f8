import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { authorWords, importsFor } from '../../../src/markdown/author-words.ts';

const imports = (source: string): string[] => importsFor(source, ['Myth', 'Pitfall', 'Option'], '/words').split('\n').filter(Boolean);

test('a word that is used is imported, and no other', () => {
  expect(imports('Text.\n\n<Pitfall>Mind it.</Pitfall>')).toEqual(['import Pitfall from "/words/Pitfall.astro";']);
});

test('a word used twice is imported once', () => {
  expect(imports('<Myth claim="a" />\n\n<Myth claim="b" />')).toHaveLength(1);
});

test('components of Starlight are words too', () => {
  expect(imports('<Steps>\n1. One\n</Steps>')).toEqual(["import { Steps } from '@astrojs/starlight/components';"]);
});

test('a word that the author imports is not imported again', () => {
  expect(imports('import Myth from \'../Myth.astro\';\n\n<Myth claim="a" />')).toEqual([]);
});

test('words inside code are text', () => {
  expect(imports('Write `<Myth>` like this:\n\n```mdx\n<Pitfall>\n```\n\n~~~~mdx\n<Steps>\n~~~~')).toEqual([]);
});

test('an unknown word is left to MDX, which names it with its line', () => {
  expect(imports('<Unknown />')).toEqual([]);
});

test('a page without words stays as it is', () => {
  expect(importsFor('Just text.', ['Myth'], '/words')).toBe('');
});

test('imports stand at the end, so that lines in messages are those of the author', () => {
  const { transform } = authorWords(resolve('src/components')) as unknown as { transform(source: string, id: string): { code: string } | null };
  const source = '<Say>One sentence.</Say>\n';
  expect(transform(source, '/page.mdx?x')!.code.startsWith(source)).toBe(true);
  expect(transform(source, '/page.mdx')!.code).toContain('Say.astro');
  expect(transform(source, '/page.astro')).toBeNull();
});
