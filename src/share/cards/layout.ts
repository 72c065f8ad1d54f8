import type { Level } from '../../bank/schema.ts';
import { CARD_SIZE } from './card.ts';

/** Space at the left and at the right, in pixels, as all sizes here. */
const MARGIN = 80;

/** The colours of the site's dark theme (`src/styles/tokens.css`). Dark stands out among white messages, and looks the same to every reader. */
export const INK = { paper: '#161613', line: '#24231f', text: '#f6f3ea', quiet: '#a29d90', green: '#17764c', accent: '#7fdcb0', accentLow: '#133527' } as const;

/** The site's name, at the top. */
export const BRAND = { top: 80, size: 40, left: MARGIN + 62 } as const;

/** Where the title may be, and its sizes: the first that fits is taken. */
export const TITLE = { top: 178, width: CARD_SIZE.width - 2 * MARGIN, height: 264, sizes: [100, 92, 84, 76, 70, 64, 58, 52, 46, 40] } as const;

/** The row at the bottom: its upper edge, the height of its pills, the space inside them, the size of its words. */
export const FOOT = { top: 512, height: 48, inside: 24, gap: 22, size: 26 } as const;

/** Height of capitals in the text font. Words are placed by it, not by their own height, so that a descender does not lift them. */
const CAPS = 0.727;

/** A picture of words on transparent ground, and its size. */
export interface Words {
  input: Buffer;
  width: number;
  height: number;
}

/** How a level looks: as `LevelBadge.astro` draws it. */
export const LEVEL_LOOK: Record<Level, { text: string; stroke: string; fill: string }> = {
  junior: { text: INK.quiet, stroke: INK.quiet, fill: 'none' },
  mid: { text: INK.accent, stroke: INK.accent, fill: 'none' },
  senior: { text: INK.paper, stroke: INK.accent, fill: INK.accent },
};

/** Words in their place: the left upper corner of the picture. */
interface Layer {
  input: Buffer;
  left: number;
  top: number;
}

/** The words of a card, drawn. */
interface Parts {
  brand: Words;
  title: Words;
  place: Words;
  level?: { words: Words; look: (typeof LEVEL_LOOK)[Level] } | undefined;
  ran?: Words | undefined;
}

/** Puts the words in their places, with the pills that lie below some of them. */
export function placed({ brand, title, place, level, ran }: Parts): { pills: string[]; layers: Layer[] } {
  const top = Math.round(FOOT.top + (FOOT.height - FOOT.size * CAPS) / 2);
  const pills: string[] = [];
  const layers: Layer[] = [
    { input: brand.input, left: BRAND.left, top: BRAND.top },
    { input: title.input, left: MARGIN, top: TITLE.top },
  ];
  let left = MARGIN;
  if (level) {
    pills.push(pill(left, level.words.width, level.look));
    layers.push({ input: level.words.input, left: left + FOOT.inside, top });
    left += level.words.width + 2 * FOOT.inside + FOOT.gap;
  }
  layers.push({ input: place.input, left, top });
  if (ran) {
    const start = CARD_SIZE.width - MARGIN - ran.width - 2 * FOOT.inside;
    pills.push(pill(start, ran.width, { stroke: 'none', fill: INK.accentLow }));
    layers.push({ input: ran.input, left: start + FOOT.inside, top });
  }
  return { pills, layers };
}

const pill = (left: number, words: number, { stroke, fill }: { stroke: string; fill: string }): string =>
  `<rect x="${left}" y="${FOOT.top}" width="${words + 2 * FOOT.inside}" height="${FOOT.height}" rx="${FOOT.height / 2}" fill="${fill}" stroke="${stroke}" stroke-width="2"/>`;

/**
 * Everything on a card that is not words, as SVG.
 *
 * @param mark the site's mark, an SVG of 32 units
 */
export function background(mark: string, pills: readonly string[]): string {
  const { width, height } = CARD_SIZE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${INK.paper}"/>`,
    // The outline of the mark, cut by the edge: quiet enough to lie below a title.
    `<path transform="translate(830 -70) scale(15.5)" fill="none" stroke="${INK.line}" stroke-width="0.9" d="M16 1.8 28.3 8.9v14.2L16 30.2 3.7 23.1V8.9z"/>`,
    `<rect width="${width}" height="8" fill="${INK.green}"/>`,
    `<g transform="translate(${MARGIN - 6} 66) scale(1.7)">${mark.replace(/^<svg[^>]*>|<\/svg>\s*$/g, '')}</g>`,
    ...pills,
    '</svg>',
  ].join('');
}
