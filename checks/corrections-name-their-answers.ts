import { LineCounter, parseDocument } from 'yaml';
import { correctionId, correctionList, CORRECTIONS_FILE, parseCorrections, type Correction } from '../src/bank/corrections.ts';
import { day } from '../src/bank/dates.ts';
import type { Bank } from './bank.ts';
import type { Check, Finding } from './check.ts';
import { movedTo } from './moved.ts';

/** A correction is a promise to whoever read the answer before: it must lead to the answer, and say when and what. */
export const correctionsNameTheirAnswers: Check = {
  promise: 'Every correction names an answer, a day and what was wrong',
  find(bank) {
    const found: Finding[] = [];
    const lineOf = places(bank.corrections);
    const tell = (path: readonly PropertyKey[], what: string, repair: string): void => {
      found.push({ path: CORRECTIONS_FILE, line: lineOf(path), what, repair });
    };
    const result = correctionList.safeParse(parseCorrections(bank.corrections));
    for (const { path, message } of result.error?.issues ?? []) {
      tell(path, `${path.length > 1 ? `${String(path[1])} ` : 'the entry '}${message}`, 'Repair the field; the entries beside it show how.');
    }
    const seen = new Set<string>();
    for (const [i, entry] of (result.data ?? []).entries()) {
      const answer = bank.questions.find(({ id }) => id === entry.question);
      if (!answer) tell([i, 'question'], `names "${entry.question}", which is not a question.`, repairOf(entry, bank));
      const reviewed = answer?.data['reviewed'];
      if (reviewed instanceof Date && reviewed < entry.on) {
        tell([i, 'on'], `is ${day(entry.on)}, but the answer was last reviewed on ${day(reviewed)}.`, `Set reviewed: ${day(entry.on)} in ${answer!.path}.`);
      }
      if (seen.has(correctionId(entry)))
        tell([i, 'question'], `${entry.question} has two entries for ${day(entry.on)}.`, 'Join them: links lead to one place.');
      seen.add(correctionId(entry));
    }
    return found;
  },
};

/** The new name of an answer that has moved, or what the author may have meant: an answer whose name ends in the same way. */
function repairOf(entry: Correction, { questions, redirects }: Bank): string {
  const moved = movedTo(entry.question, redirects);
  if (moved !== undefined)
    return `It has moved. Write question: ${moved}, and below it id: ${correctionId(entry)}, so that links to the correction and readers of the feed find it.`;
  const found = questions.find((question) => question.name === entry.question.split('/').at(-1));
  return found ? `Did you mean ${found.id}?` : 'Write <segment>/<slug>, as in the address of the answer.';
}

/** The 1-based line of a field in the file, or of the nearest thing that holds it. */
function places(source: string): (path: readonly PropertyKey[]) => number {
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter });
  return (path) => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true) as { range?: [number] } | undefined;
      if (node?.range) return counter.linePos(node.range[0]).line;
    }
    return 1;
  };
}
