import type { Program } from '../src/fences/extract.ts';
import type { NodeLine } from '../src/fences/lines.ts';
import { normalise } from '../src/fences/mask.ts';
import { outputsFor } from '../src/fences/outputs.ts';
import type { Printed } from './run.ts';

/** Everything a program printed on one Node line: for each of its names, once, or many times for a race. */
export interface LineResult {
  line: NodeLine;
  printed: { variant: string; runs: Printed[] }[];
}

/** Something that is not as the page says. */
export interface Finding {
  kind: 'failure' | 'mismatch' | 'warning';
  message: string;
  /** For a mismatch: what the page says and what was printed. For a failure: `printed` is the tail to show. */
  said?: string;
  printed?: string;
  hint?: string;
}

/** What keeps a run from counting at all, whatever it printed: a limit, a crash, the wrong exit code. */
export function failureOf(program: Program, run: Printed): Finding | null {
  const fail = (message: string, hint?: string): Finding => ({ kind: 'failure', message, printed: run.output, ...(hint ? { hint } : {}) });
  if (run.limit) return fail(run.limit);
  if (run.signal && !program.throws)
    return fail(`It was ended by the signal ${run.signal}.`, 'Repair the program, or write `throws` on its fence if that end is the point.');
  if (program.throws && run.code === 0) return fail('It ended with exit code 0, but `throws` says that it fails.', 'Remove `throws`, or let it fail.');
  if (!program.throws && run.code !== 0)
    return fail(`It ended with exit code ${run.code}.`, 'Repair the program, or write `throws` on its fence if the failure is the point.');
  return null;
}

/** Compares what a program printed on one line with the page, name by name. */
export function judge(program: Program, result: LineResult): Finding[] {
  return result.printed.flatMap(({ variant, runs }) => {
    const failure = runs.map((run) => failureOf(program, run)).find((finding) => finding !== null);
    if (failure) return [named(program, variant, failure)];
    return (program.outcomes === null ? compare : compareRace)(program, result.line, variant, runs).map((f) => named(program, variant, f));
  });
}

function named(program: Program, variant: string, finding: Finding): Finding {
  return program.variants.length > 1 ? { ...finding, message: `As ${variant}: ${finding.message}` } : finding;
}

function compare(program: Program, line: NodeLine, variant: string, [run]: Printed[]): Finding[] {
  const fence = outputsFor(program, line, variant)[0];
  const said = normalise(fence?.value ?? '', program.masks);
  const printed = run!.output;
  if (said === printed) return [];
  const message = fence ? 'It prints something else than the page says.' : 'It prints something, but the page has no `text output` fence for it.';
  return [{ kind: 'mismatch', message, said, printed }];
}

function compareRace(program: Program, line: NodeLine, variant: string, runs: Printed[]): Finding[] {
  const known = possible(program, line, variant);
  const unknown = tally(runs).filter(([output]) => !known.includes(output));
  return unknown.map(([output, count]) => ({
    kind: 'mismatch',
    message: `Seen ${count} of ${runs.length} times, and not among the outputs on the page.`,
    said: '',
    printed: output || '(nothing)',
  }));
}

/** The outputs the page allows a race. Without any fence: silence. */
function possible(program: Program, line: NodeLine, variant: string): string[] {
  const fences = outputsFor(program, line, variant);
  return fences.length === 0 ? [''] : fences.map((fence) => normalise(fence.value, program.masks));
}

/** Distinct outputs with how often each was seen, in the order of first sight. */
export function tally(runs: Printed[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { output } of runs) counts.set(output, (counts.get(output) ?? 0) + 1);
  return [...counts];
}

/** For a race: how often each output fence, in page order, was seen on a line. */
export function countOutcomes(program: Program, result: LineResult): number[] {
  return program.outputs.map((fence) => {
    const text = normalise(fence.value, program.masks);
    return result.printed
      .filter(({ variant }) => outputsFor(program, result.line, variant).includes(fence))
      .flatMap(({ runs }) => runs)
      .filter((run) => run.output === text).length;
  });
}

/** For a race: outputs of the page that were seen on no line. Only a warning: rare is not wrong. */
export function unseenOutcomes(program: Program, results: LineResult[]): Finding[] {
  if (program.outcomes === null) return [];
  const seen = results.map((result) => countOutcomes(program, result));
  return program.outputs
    .filter((_, index) => seen.every((counts) => counts[index] === 0))
    .map((output) => ({
      kind: 'warning',
      message:
        `The output on line ${output.from} was never seen. If luck decides, run it more often (outcomes=${Math.min(200, program.outcomes! * 2)}), ` +
        'or remove that output. If the machine does, leave it, and say below it which machine prints it.',
    }));
}
