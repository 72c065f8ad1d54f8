import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cardHash, type Card } from './card.ts';
import type { Draw } from './draw.ts';

/** Cards to make, and where. */
export interface Order {
  /** By the path of the file in the output folder. */
  cards: ReadonlyMap<string, Card>;
  /** The output folder. */
  out: string;
  /** Where drawn cards are kept for the next build. What this order does not need is removed from it. */
  cache: string;
  draw: Draw;
  /** From `drawingHash()`. */
  drawing: string;
}

/** How many are drawn at once. Drawing happens in threads of sharp; more than two would take the whole of a small machine. */
const AT_ONCE = 2;

/**
 * Puts every card into the output: from the cache where exactly this picture was drawn before, else drawn.
 *
 * @returns how many were drawn, and how many came from the cache
 */
export async function makeCards({ cards, out, cache, draw, drawing }: Order): Promise<{ drawn: number; cached: number }> {
  await mkdir(cache, { recursive: true });
  const kept = new Set(await readdir(cache));
  const needed = new Set<string>();
  const made = { drawn: 0, cached: 0 };
  const waiting = [...cards];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [path, card] = next;
      const name = `${cardHash(card, drawing)}.png`;
      needed.add(name);
      if (kept.has(name)) made.cached += 1;
      else {
        await writeWhole(join(cache, name), await draw(card));
        made.drawn += 1;
      }
      const target = join(out, path);
      await mkdir(dirname(target), { recursive: true });
      await copyFile(join(cache, name), target);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await Promise.all([...kept].filter((name) => !needed.has(name)).map((name) => rm(join(cache, name), { force: true })));
  return made;
}

/** A build that is interrupted, or another that runs beside this one, must not leave half a picture. */
async function writeWhole(file: string, content: Buffer): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, content);
  await rename(draft, file);
}
