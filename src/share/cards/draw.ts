import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { CARDS_FOLDER, type Card } from './card.ts';
import { background, BRAND, FOOT, INK, LEVEL_LOOK, placed, TITLE, type Words } from './layout.ts';

/** Draws a card: a PNG of 1200 × 630 pixels. */
export type Draw = (card: Card) => Promise<Buffer>;

/** Characters that both fonts have. Another one would come from whatever font the machine has. */
const DRAWABLE = /^[ -~\u00a0-\u00ff–—‘’“”…]*$/;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Makes the function that draws. Its fonts come from the repository, so that every machine draws the same.
 *
 * @param root the project's root
 * @returns a function that throws an Error when a word has a character that the fonts lack
 */
export function drawer(root: string): Draw {
  const file = (name: string): string => join(root, CARDS_FOLDER, 'fonts', name);
  const fonts = { Heading: file('heading.ttf'), Text: file('text.ttf') };
  const mark = readFileSync(join(root, 'src/assets/mark.svg'), 'utf8');

  /** @param size in pixels @param width where lines break, in pixels */
  async function write(words: string, face: keyof typeof fonts, size: number, colour: string, width?: number): Promise<Words> {
    if (!DRAWABLE.test(words)) {
      throw new Error(`The card "${words}" has a character that its fonts lack. Write it without, or put fonts that have it into ${CARDS_FOLDER}/fonts.`);
    }
    const text = `<span foreground="${colour}">${words.replace(/[&<>]/g, (c) => escapes[c]!)}</span>`;
    // At 72 dpi a point is a pixel.
    const options = { text, font: `Node Answered ${face} ${size}`, fontfile: fonts[face], dpi: 72, rgba: true, ...(width && { width, wrap: 'word' as const }) };
    const { data, info } = await sharp({ text: options }).png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true });
    return { input: data, width: info.width, height: info.height };
  }

  /** The title in the largest size that fits; in the smallest when none does. */
  async function title(words: string): Promise<Words> {
    let fitting: { drawn: Words; size: number } | undefined;
    for (const size of TITLE.sizes) {
      const drawn = await write(words, 'Heading', size, INK.text, TITLE.width);
      fitting = { drawn, size };
      if (drawn.width <= TITLE.width && drawn.height <= TITLE.height) break;
    }
    return balanced(words, fitting!.size, fitting!.drawn);
  }

  /** Lines of about one length, so that no word stands alone: the narrowest width that needs no further line. */
  async function balanced(words: string, size: number, widest: Words): Promise<Words> {
    let best = widest;
    for (let share = 0.94; share > 0.4; share -= 0.06) {
      const width = Math.round(TITLE.width * share);
      const drawn = await write(words, 'Heading', size, INK.text, width);
      // A descender may come or go with another last line; half a line is more than that.
      if (drawn.height > widest.height + size / 2 || drawn.width > width) break;
      best = drawn;
    }
    return best;
  }

  async function picture(card: Card): Promise<Buffer> {
    const look = card.level && LEVEL_LOOK[card.level];
    const { pills, layers } = placed({
      brand: await write('Node Answered', 'Heading', BRAND.size, INK.text),
      title: await title(card.title),
      place: await write(card.place, 'Text', FOOT.size, INK.quiet),
      level: look && { words: await write(card.level!, 'Text', FOOT.size, look.text), look },
      ran: card.ran === undefined ? undefined : await write(card.ran, 'Text', FOOT.size, INK.accent),
    });
    return sharp(Buffer.from(background(mark, pills)))
      .composite(layers)
      .png({ palette: true, colours: 16, dither: 0, effort: 1, compressionLevel: 6 })
      .toBuffer();
  }

  // Settings of the machine would change how letters are rendered. Ours are read when the first word is drawn, and then kept by the library;
  // what the build starts later, a browser perhaps, must have the machine's again.
  const machine = process.env['FONTCONFIG_FILE'];
  return async (card) => {
    process.env['FONTCONFIG_FILE'] = file('fonts.conf');
    try {
      return await picture(card);
    } finally {
      if (machine === undefined) delete process.env['FONTCONFIG_FILE'];
      else process.env['FONTCONFIG_FILE'] = machine;
    }
  };
}
