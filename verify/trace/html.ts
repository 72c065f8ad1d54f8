import { describe } from '../../src/traces/describe.ts';
import type { TraceFile } from '../../src/traces/trace.ts';

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

/** A self-contained page for a program of one's own: its lines, and a sentence for each step. */
export async function pageOf(title: string, code: string, { lines }: TraceFile): Promise<string> {
  const numbered = code.split('\n').map((line, at) => `${String(at + 1).padStart(3)}  ${line}`);
  const lists = Object.entries(lines).map(([key, [recording]]) => {
    const items = recording!.steps.map((step) => describe(step, recording!)).filter(Boolean);
    return `<h2>Node ${escape(key.replaceAll(' ', ', '))}</h2>\n<ol>\n${items.map((text) => `<li>${escape(text)}</li>`).join('\n')}\n</ol>`;
  });
  return `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${escape(title)}</title>\n<h1>${escape(title)}</h1>\n<pre>${escape(numbered.join('\n'))}</pre>\n${lists.join('\n')}\n</html>\n`;
}
