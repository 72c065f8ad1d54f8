import type { Output, Program } from './program.ts';
import type { NodeLine } from './lines.ts';

/** The output fences that speak about a program on one Node line under one of its names, in page order. */
export function outputsFor(program: Program, line: NodeLine, variant: string): Output[] {
  return program.outputs.filter((output) => output.lines.includes(line) && (output.variant === null || output.variant === variant));
}

/** A mistake in what the output fences of a program cover, with the line of the fence; null when there is none. */
export function coverageMistake(program: Program): { message: string; line: number } | null {
  for (const output of program.outputs) {
    const foreign = output.lines.filter((line) => !program.lines.includes(line));
    if (foreign.length > 0) {
      return {
        line: output.from,
        message: `This output is for Node ${foreign.join(', ')}, where the program above does not run. Change one of the two node="…".`,
      };
    }
  }
  if (program.outcomes !== null) return null;
  for (const line of program.lines) {
    for (const variant of program.variants) {
      const [first, second] = outputsFor(program, line, variant);
      if (second) {
        return {
          line: second.from,
          message: `Two outputs cover Node ${line}${program.variants.length > 1 ? ` as ${variant}` : ''}: this one and the one on line ${first!.from}. Split them with node="…" or as="…"; for a race, write \`outcomes\` on the program.`,
        };
      }
    }
  }
  return null;
}
