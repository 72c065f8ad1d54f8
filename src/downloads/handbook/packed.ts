import { deflateRawSync } from 'node:zlib';
import { meaningful } from '../../search/words.client.ts';

/** What a reader without JavaScript has in other words, or can do without. All in the order of the document, to be found again without names. */
export interface Packed {
  /** For each `<figure>` its `<svg>`; a paragraph describes it until then. */
  drawings: string[];
  /** For each `<article>` other words people search for, see `otherWords()`. */
  aliases: string[];
  /** For each list of reasons why the wrong options are wrong; why the right one is right stands there. */
  reasons: string[];
}

/** The words of the aliases that say more than the title, each once: the search looks for words, so it finds the same with them. */
export function otherWords(title: string, aliases: readonly string[]): string {
  const known = new Set(title.toLowerCase().split(/\s+/));
  const words = aliases.flatMap((alias) => meaningful(`${alias} `).trim().split(/\s+/));
  return [...new Map(words.map((word) => [word.toLowerCase(), word]))].flatMap(([name, word]) => (known.has(name) ? [] : [word])).join(' ');
}

/** As text for a `<script>` that no browser runs: JSON, deflated without a header, in base64. A quarter of the size. */
export const pack = (packed: Packed): string => deflateRawSync(JSON.stringify(packed), { level: 9 }).toString('base64');
