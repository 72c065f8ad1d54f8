import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEGMENTS } from '../../bank/segments.ts';
import type { BuiltAnswer } from '../built-answers.ts';
import { printPage } from './page.ts';

/** What the stylesheet is put together from, in this order, seen from the project's root. */
const STYLES = [
  'src/styles/tokens.css',
  'src/components/diagrams/diagram.css',
  ...['page', 'contents', 'answer', 'callouts', 'paper'].map((name) => `src/exports/print/styles/${name}.css`),
];

const FONT = 'src/assets/fonts/newsreader-600.woff2';

/**
 * Writes the print edition of every segment into `print/` of the built site, with its stylesheet and font.
 *
 * @returns the ids of the segments
 */
export function writePrintEditions(dist: string, answers: readonly BuiltAnswer[], root: string): string[] {
  const folder = join(dist, 'print');
  const written = SEGMENTS.flatMap(({ id }) => {
    const own = answers.filter(({ segment }) => segment.id === id);
    if (own.length === 0) return [];
    mkdirSync(join(folder, id), { recursive: true });
    writeFileSync(join(folder, id, 'index.html'), printPage(own, answers));
    return [id];
  });
  writeFileSync(join(folder, 'print.css'), STYLES.map((path) => readFileSync(join(root, path), 'utf8')).join('\n'));
  cpSync(join(root, FONT), join(folder, 'newsreader-600.woff2'));
  return written;
}
