import { firstSentence, withoutTicks } from '../bank/text.ts';

/** In characters. Search engines and chats show about 160 and seldom more than 200; below 110 there is room for a reader to learn more. */
const LENGTH = { least: 110, most: 200 } as const;

/**
 * The description of a question for search engines and unfurled links: as many sentences of its spoken answer as fit, without backticks.
 * Where a sentence has to be cut, it is cut between two words and ends in `…`.
 */
export function describe(short: string): string {
  let rest = withoutTicks(short).replace(/\s+/g, ' ').trim();
  let text = '';
  while (rest !== '') {
    const sentence = firstSentence(rest);
    const longer = text === '' ? sentence : `${text} ${sentence}`;
    if (longer.length > LENGTH.most) return text.length >= LENGTH.least ? text : cut(longer);
    text = longer;
    rest = rest.slice(sentence.length).trimStart();
  }
  return text;
}

/** The words that fit, without a comma or dash at the end. */
function cut(text: string): string {
  const words = text.slice(0, LENGTH.most).replace(/\s+\S*$/, '');
  return `${words.replace(/[\s,;:–—(]+$/, '')}…`;
}
