import type { Result, SubResult } from '../../search/pagefind.ts';
import { countIn, excerptOf, splitAtWords } from '../search/excerpt.client.ts';
import type { PageText, PartText } from './search-data.ts';

const html = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A page as the search of the site gives it, so that it is drawn in the same way. */
export function asResult({ url, title, parts }: PageText, root: string, words: RegExp | null): Result {
  const address = root + url;
  const part = ({ anchor, heading, text }: PartText): SubResult => ({
    title: heading || title,
    url: anchor ? `${address}#${anchor}` : address,
    excerpt: splitAtWords(excerptOf(text, words), words)
      .map((piece, i) => (i % 2 === 1 ? `<mark>${html(piece)}</mark>` : html(piece)))
      .join(''),
    locations: Array.from({ length: countIn(`${heading} ${text}`, words) }, (_, i) => i),
  });
  const found = parts.map(part);
  return {
    url: address,
    excerpt: found[0]?.excerpt ?? '',
    locations: [],
    // As in Pagefind: parts without a word do not come, unless there are no words.
    sub_results: found.filter(({ locations }, i) => locations.length > 0 || (i === 0 && !words)),
  };
}
