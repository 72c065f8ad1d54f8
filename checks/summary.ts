import { countWords } from '../src/bank/schema.ts';
import type { Page as Programs } from '../src/fences/extract.ts';
import type { Bank, Page } from './bank.ts';
import { programsOf } from './programs.ts';
import { components, walk } from '../src/fences/tree.ts';

const DIAGRAMS = ['Sequence', 'Flow', 'Lanes', 'LoopMap'];

/** Words of an answer below its short form: running text, tables and callouts, but neither programs nor outputs. */
export function wordsOf(page: Page): number {
  const blocks = [...walk(page.tree)].filter((node) => node.type === 'text' || node.type === 'inlineCode').map((node) => node.value ?? '');
  return countWords(blocks.join(' '));
}

/** One line about the whole bank. */
export function summary(bank: Bank): string {
  const all = bank.pages.map(programsOf);
  const count = (of: (programs: Programs) => number): number => all.reduce((sum, programs) => sum + of(programs), 0);
  const used = (name: string): number => bank.pages.reduce((sum, page) => sum + components(page.tree, name).length, 0);
  const words = bank.questions.map(wordsOf).sort((a, b) => a - b);
  const [fences, skipped] = [count((p) => p.fences), count((p) => p.skipped.length)];
  return [
    `${bank.questions.length} questions`,
    `${count((p) => p.programs.length)} programs`,
    `${skipped} of ${fences} JavaScript fences not run (${((100 * skipped) / (fences || 1)).toFixed(1)} %)`,
    `${DIAGRAMS.reduce((sum, name) => sum + used(name), 0)} diagrams`,
    `${used('Myth')} myths`,
    `${used('Predict')} predictions`,
    words.length > 0 ? `words of an answer: median ${median(words)}, fewest ${words[0]}, most ${words.at(-1)}` : 'no answers',
  ].join(' · ');
}

function median(sorted: readonly number[]): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : Math.round((sorted[middle - 1]! + sorted[middle]!) / 2);
}
