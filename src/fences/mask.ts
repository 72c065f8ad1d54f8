/**
 * Masks replace what differs from run to run by a fixed token before outputs are compared.
 * The token is what the page shows, so a reader sees that something was replaced.
 */
const MASKS = {
  pid: (text) => text.replace(/\(node:\d+\)/g, '(node:‹pid›)').replace(/\b(pid:?\s+)\d+/gi, '$1‹pid›'),
  ms: (text) => text.replace(/\b\d+(?:\.\d+)?(?=\s?(?:ms|s|µs|ns|seconds)\b)/g, '‹ms›'),
  path: (text, folder) => (folder ? text.replaceAll(`file://${folder}`, '‹dir›').replaceAll(folder, '‹dir›') : text),
  // An error with properties opens its brace behind the last stack line.
  stack: (text) =>
    text.replace(/^ {4,}at .*(?:\n {4,}(?:at |\.\.\. \d+ lines matching ).*)*/gm, (lines) => `    at ‹stack›${lines.endsWith(' {') ? ' {' : ''}`),
  port: (text) => text.replace(/(?<=:)\d{4,5}\b/g, '‹port›').replace(/\b(port:?\s+)\d{4,5}\b/gi, '$1‹port›'),
  number: (text) => text.replace(/(?<![\w‹])\d+(?:\.\d+)?/g, '‹n›'),
  version: (text) => text.replace(/\bv\d+\.\d+\.\d+(?:-[\w.]+)?\b/g, '‹version›'),
} satisfies Record<string, (text: string, folder?: string) => string>;

export type Mask = keyof typeof MASKS;

/**
 * Reads the value of a `mask="…"` meta word: names separated by blanks.
 *
 * @throws Error listing the known masks
 */
export function parseMasks(text: string): Mask[] {
  const names = text.trim().split(/\s+/);
  const unknown = names.find((name) => !Object.hasOwn(MASKS, name));
  if (unknown) throw new Error(`mask="${text}" has no mask called "${unknown}". Known masks: ${Object.keys(MASKS).join(', ')}.`);
  return names as Mask[];
}

/**
 * Applies masks, then drops trailing blanks and blank lines at the end, which a page cannot show.
 *
 * @param folder the folder the program ran in, for the mask `path`
 */
export function normalise(output: string, masks: readonly Mask[], folder?: string): string {
  // Paths before stacks: a stack's first line may hold the folder. Wide masks (number) come last.
  const order: Mask[] = ['path', 'stack', 'pid', 'port', 'version', 'ms', 'number'];
  const masked = order.filter((m) => masks.includes(m)).reduce((text, m) => MASKS[m](text, folder), output);
  return masked
    .replace(/\r\n/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n+$/, '');
}
