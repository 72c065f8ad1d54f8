import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Level } from '../../bank/schema.ts';

/** Where the code and the fonts of the cards lie, seen from the project's root. */
export const CARDS_FOLDER = 'src/share/cards';

/** Width and height of a card in pixels: what readers of Open Graph expect of a large image. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** Everything that is drawn on the card of a page, apart from the site's name and mark. */
export interface Card {
  title: string;
  /** What stands beside the level: the segment of a question, or what kind of page it is. */
  place: string;
  /** Absent on pages that are no questions. */
  level?: Level;
  /** What was run, such as `ran on Node 22 · 24 · 26`. Absent where nothing was. */
  ran?: string;
}

/**
 * A hash of everything that draws: code, fonts, the mark and the release of sharp.
 *
 * @param root the project's root
 */
export function drawingHash(root: string): string {
  const own = globSync([`${CARDS_FOLDER}/{draw,layout}.ts`, `${CARDS_FOLDER}/fonts/*.{ttf,conf}`], { cwd: root }).sort();
  const hash = createHash('sha256').update(JSON.stringify(CARD_SIZE));
  for (const file of [...own, 'src/assets/mark.svg', 'node_modules/sharp/package.json']) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/**
 * A name for exactly one picture: another word on the card, another line of the code that draws, and it is another name.
 *
 * @param drawing from `drawingHash()`
 * @returns 16 hexadecimal digits
 */
export function cardHash({ title, place, level, ran }: Card, drawing: string): string {
  return createHash('sha256')
    .update(JSON.stringify([drawing, title, place, level ?? null, ran ?? null]))
    .digest('hex')
    .slice(0, 16);
}
