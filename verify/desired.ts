import type { Program } from '../src/fences/extract.ts';
import type { NodeLine } from '../src/fences/lines.ts';
import { normalise } from '../src/fences/mask.ts';
import { outputsFor } from '../src/fences/outputs.ts';
import { failureOf, tally, type LineResult } from './judge.ts';

/** An output fence as it should stand on the page. */
export interface Wanted {
  text: string;
  lines: NodeLine[];
  variant: string | null;
}

/**
 * The output fences a program should have after its runs. Lines and names that agree share a fence; silence needs none.
 * What was not run now keeps what the page says.
 *
 * @returns null when a run failed in a way that no output can repair
 */
export function wantedOutputs(program: Program, results: LineResult[]): Wanted[] | null {
  const runs = results.flatMap((result) => result.printed.flatMap((p) => p.runs));
  if (runs.some((run) => failureOf(program, run) !== null)) return null;
  return program.outcomes === null ? wantedOfOne(program, results) : wantedOfRace(program, results);
}

function wantedOfOne(program: Program, results: LineResult[]): Wanted[] {
  const textOf = (line: NodeLine, variant: string): string => {
    const ran = results.find((r) => r.line === line)?.printed.find((p) => p.variant === variant)?.runs[0];
    return ran ? ran.output : normalise(outputsFor(program, line, variant)[0]?.value ?? '', program.masks);
  };
  const wanted: Wanted[] = [];
  const [first] = program.variants;
  const agree = program.lines.every((line) => program.variants.every((variant) => textOf(line, variant) === textOf(line, first!)));
  for (const variant of agree ? [first!] : program.variants) {
    const byText = Map.groupBy(program.lines, (line) => textOf(line, variant));
    for (const [text, lines] of byText) {
      if (text !== '') wanted.push({ text, lines, variant: agree ? null : variant });
    }
  }
  return wanted;
}

/** The documented outcomes stay, seen or not; a new one is added for every line. */
function wantedOfRace(program: Program, results: LineResult[]): Wanted[] {
  const wanted: Wanted[] = program.outputs.map((output) => ({ text: normalise(output.value, program.masks), lines: output.lines, variant: output.variant }));
  for (const { line, printed } of results) {
    for (const { variant, runs } of printed) {
      for (const [text] of tally(runs)) {
        const same = wanted.filter((w) => w.text === text);
        if (same.some((w) => w.lines.includes(line) && (w.variant === null || w.variant === variant))) continue;
        if (same[0]) Object.assign(same[0], { lines: program.lines, variant: null });
        else wanted.push({ text, lines: program.lines, variant: null });
      }
    }
  }
  return wanted.length === 1 && wanted[0]!.text === '' && program.outputs.length === 0 ? [] : wanted;
}
