import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

/** Components of Starlight that authors may use beside our own. */
const STARLIGHT_WORDS = ['Aside', 'Badge', 'Card', 'CardGrid', 'FileTree', 'Icon', 'LinkButton', 'LinkCard', 'Steps', 'TabItem', 'Tabs'];

/**
 * Vite plugin: an author writes `<Pitfall>` without importing it.
 *
 * Imports are added only for the words a page uses, so that no page carries the style or script of another word. They go to the
 * end of the file: imports are hoisted, and line numbers in messages stay those of the author.
 *
 * @param folder the folder whose `.astro` files are words
 */
export function authorWords(folder: string): Plugin {
  const own = readdirSync(folder)
    .filter((name) => name.endsWith('.astro'))
    .map((name) => basename(name, '.astro'));
  return {
    name: 'author-words',
    enforce: 'pre',
    transform(source, id) {
      const path = id.split('?')[0]!;
      if (!path.endsWith('.mdx')) return null;
      return { code: source + importsFor(source, own, folder), map: null };
    },
  };
}

/** The import statements for the words that occur in this MDX text and are not imported by the author. */
export function importsFor(source: string, own: readonly string[], folder: string): string {
  const text = source.replace(/^( *)(`{3,}|~{3,})[\s\S]*?^\1\2/gm, '').replace(/`[^`\n]*`/g, '');
  const used = new Set([...text.matchAll(/<([A-Z]\w*)/g)].map((match) => match[1]!));
  const lines = [...used].flatMap((word) => {
    if (new RegExp(`^import[^;]*\\b${word}\\b`, 'm').test(text)) return [];
    if (own.includes(word)) return [`import ${word} from ${JSON.stringify(join(folder, `${word}.astro`))};`];
    if (STARLIGHT_WORDS.includes(word)) return [`import { ${word} } from '@astrojs/starlight/components';`];
    return [];
  });
  return lines.length > 0 ? `\n\n${lines.join('\n')}\n` : '';
}
