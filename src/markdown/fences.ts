import type { MdastPluginEntry } from 'satteri';
import { entryFor, type Entry, type Ledger } from '../fences/ledger.ts';
import { extractPrograms, type Output, type Program } from '../fences/extract.ts';

/** Word of the meta string that hands the Expressive Code plugin what is to stand above an output, or below a program that is not run. */
export const NOTE_WORD = 'note';

/** Word of the meta string that hands it the Node lines on which the ledger says a program ran. */
export const RAN_WORD = 'ran';

/**
 * Markdown plugin: checks the grammar of each page's runnable fences and writes into their meta string what the ledger says of
 * them (`ran="22 24 26"`) and what stands above an output (`note="Node 26"`). `runnable.ts` draws both.
 *
 * A mistake stops the build with the place and the repair. (Only in `.mdx`: Astro swallows errors of `.md` pages, withastro/astro#18054.)
 */
export function fencesPlugin(ledger: () => Ledger): MdastPluginEntry {
  return ({ source }) => {
    const page = extractPrograms(source);
    if (page.fences === 0 && page.programs.length === 0) return false;
    const words = new Map<number, string>();
    for (const skipped of page.skipped) words.set(skipped.from, `${NOTE_WORD}="Not run: ${unquoted(skipped.reason)}"`);
    for (const program of page.programs) {
      const entry = entryFor(program, ledger());
      words.set(program.from, `${RAN_WORD}="${entry ? program.lines.join(' ') : ''}"`);
      program.outputs.forEach((output, i) => {
        const note = noteOf(output, i, program, entry);
        if (note) words.set(output.from, `${NOTE_WORD}="${note}"`);
      });
    }
    return {
      name: 'runnable-fences',
      options: { position: true },
      code(node, ctx) {
        const added = words.get(node.position?.start.line ?? -1);
        if (added) ctx.setProperty(node, 'meta', `${node.meta ?? ''} ${added}`.trim());
      },
    };
  };
}

/** What stands above an output when a program has several: its Node lines, its module system, or how often a race ended so. */
function noteOf(output: Output, index: number, program: Program, entry: Entry | null): string {
  const parts: string[] = [];
  if (output.variant) parts.push(output.variant);
  if (output.lines.length < program.lines.length) parts.push(`Node ${output.lines.join(', ')}`);
  if (program.outcomes !== null) {
    const counts = output.lines.map((line) => [line, entry?.runs[line]?.counts?.[index] ?? 0] as const);
    const seen = counts.map(([line, n]) => `${n} on Node ${line}`).join(', ');
    parts.push(entry ? `Of ${program.outcomes} runs each: ${seen}` : 'One of several outcomes');
  }
  return unquoted(parts.join(' · '));
}

const unquoted = (text: string): string => text.replaceAll('"', '”');
