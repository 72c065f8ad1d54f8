import { setImmediate as breathe } from 'node:timers/promises';
import type { Program } from '../src/fences/extract.ts';
import { failureOf, type LineResult } from './judge.ts';
import type { NodeBinary } from './nodes.ts';
import { runOnce, type Printed, type Surroundings } from './run.ts';

/** Lets at most so many things happen at once. */
export function makeGate(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = most;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
      await breathe();
    }
  };
}

/** How many runs a program means on the given lines. */
export function countRuns(program: Program, nodes: NodeBinary[]): number {
  return nodes.length * program.variants.length * (program.outcomes ?? 1);
}

/**
 * Runs one program on one line under all of its names; a race many times, until one run fails.
 *
 * @param tick told after every single run
 */
export async function runOnLine(program: Program, node: NodeBinary, around: Surroundings, tick: (runs: number) => void): Promise<LineResult> {
  const printed: LineResult['printed'] = [];
  for (const variant of program.variants) {
    const runs: Printed[] = [];
    const wanted = program.outcomes ?? 1;
    while (runs.length < wanted) {
      const run = await runOnce(program, variant, node, around);
      runs.push(run);
      tick(1);
      if (failureOf(program, run)) break;
    }
    tick(wanted - runs.length);
    printed.push({ variant, runs });
  }
  return { line: node.line, printed };
}
