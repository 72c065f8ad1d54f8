/**
 * The Node lines every program is run on, with the exact release of each.
 * A new line is one entry here and one `npm run verify -- --update`.
 */
export const NODE_LINES = {
  22: '22.23.3',
  24: '24.21.0',
  26: '26.10.0',
} as const satisfies Record<number, string>;

/** A supported Node line: the major version. */
export type NodeLine = keyof typeof NODE_LINES;

/** All supported lines, oldest first. */
export const ALL_LINES = Object.keys(NODE_LINES).map(Number) as NodeLine[];

/**
 * Reads the value of a `node="…"` meta word: `>=24`, `<26`, or lines separated by blanks (`22 24`).
 *
 * @returns the supported lines that match, oldest first
 * @throws Error with a sentence for the author when nothing matches or the text is not understood
 */
export function parseLines(text: string): NodeLine[] {
  const range = /^(>=|<=|<|>)\s*(\d+)$/.exec(text.trim());
  const listed = text
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const wanted = ALL_LINES.filter((line) => {
    if (!range) return listed.includes(line);
    const bound = Number(range[2]);
    return { '>=': line >= bound, '<=': line <= bound, '<': line < bound, '>': line > bound }[range[1]!];
  });
  const unknown = range ? [] : listed.filter((n) => !(ALL_LINES as number[]).includes(n));
  if (unknown.length > 0 || wanted.length === 0) {
    throw new Error(`node="${text}" names no supported Node line. Write ">=24" or a list such as "22 24" out of ${ALL_LINES.join(', ')}.`);
  }
  return wanted;
}
