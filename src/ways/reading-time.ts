import { readCodes, parseMdx } from '../fences/codes.ts';
import { textOf, type Node } from '../fences/tree.ts';
import { countWords } from '../bank/schema.ts';

/** What the estimate assumes. It is told on the page "Start here". */
export const PACE = { wordsPerMinute: 200, secondsPerLine: 2 } as const;

/** A path's time is told in steps of so many minutes: more would pretend to know the reader. */
const STEP = 5;

/**
 * How long it takes to read an answer, in minutes: its words, and the lines of its programs and their outputs.
 *
 * @param body the MDX below the front matter
 * @param short the spoken answer above it
 */
export function minutesFor(body: string, short: string): number {
  const words = countWords(short) + countWords(proseOf(parseMdx(body)));
  const lines = readCodes(body).reduce((sum, { value }) => sum + value.split('\n').length, 0);
  return words / PACE.wordsPerMinute + (lines * PACE.secondsPerLine) / 60;
}

/** Blocks of text, each apart from the next, so that the last word of one and the first of another stay two. */
const proseOf = (node: Node): string =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell' ? textOf(node) : (node.children ?? []).map(proseOf).join('\n');

/** A time in words: "5 minutes", "1 hour 20 minutes". Rounded to five minutes, and never to none. */
export function inWords(minutes: number): string {
  const rounded = Math.max(STEP, Math.round(minutes / STEP) * STEP);
  const [hours, rest] = [Math.floor(rounded / 60), rounded % 60];
  return [hours > 0 && (hours === 1 ? '1 hour' : `${hours} hours`), rest > 0 && `${rest} minutes`].filter(Boolean).join(' ');
}
