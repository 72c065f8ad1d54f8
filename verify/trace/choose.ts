import { ALL_LINES, type NodeLine } from '../../src/fences/lines.ts';
import type { Recording, TraceFile } from '../../src/traces/trace.ts';

/** What makes two recordings the same: everything but how long the loop slept, and what is known about it. */
export const shapeOf = ({ tasks, steps }: Recording): string =>
  JSON.stringify([tasks, steps.map((step) => (step.k === 'phase' ? { ...step, ms: undefined } : step))]);

/** What a reader sees of a recording at first: without Node's own jobs, which are folded. */
const visibleShape = ({ tasks, steps }: Recording): string =>
  JSON.stringify(
    steps.flatMap((step) => {
      if ('t' in step) return tasks[step.t]!.i ? [] : [{ ...step, t: tasks[step.t] }];
      return [step.k === 'phase' ? { ...step, ms: undefined } : step];
    }),
  );

/** The values that occur most often; of equals, the earlier ones. */
export function commonest<T>(list: T[], keyOf: (item: T) => string): T[] {
  const groups = [...Map.groupBy(list, keyOf).values()];
  return groups.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** Of recordings of one shape, the one that slept least: on a busy machine a 1 ms timer may wait for 20. */
export function liveliest(list: Recording[]): Recording {
  const slept = ({ steps }: Recording) => sum(steps.map((step) => (step.k === 'phase' ? (step.ms ?? 0) : 0)));
  return list.toSorted((a, b) => slept(a) - slept(b))[0]!;
}

/** Puts lines that ran alike together, so that a page carries only what differs. Where only Node's own jobs differ, those of the newest line stay. */
export function joinLines(hash: string, byLine: Map<NodeLine, Recording[]>): TraceFile {
  const lines = ALL_LINES.filter((line) => byLine.has(line));
  const groups = [...Map.groupBy(lines, (line) => JSON.stringify(byLine.get(line)!.map((one) => [one.outcome, visibleShape(one)]))).values()];
  return { hash, lines: Object.fromEntries(groups.map((group) => [group.join(' '), merge(group.map((line) => byLine.get(line)!))])) };
}

/** One list of recordings for several lines: the steps of one, the evidence of all. */
function merge(lists: Recording[][]): Recording[] {
  return lists[0]!.map((_, index) => {
    const all = lists.map((list) => list[index]!);
    const runs = all[0]!.runs && {
      plain: sum(all.map((one) => one.runs!.plain)),
      same: sum(all.map((one) => one.runs!.same)),
      recorded: sum(all.map((one) => one.runs!.recorded)),
      alike: sum(all.map((one) => one.runs!.alike)),
    };
    const newest = shapeOf(all.at(-1)!);
    return { ...liveliest(all.filter((one) => shapeOf(one) === newest)), node: all.map(({ node }) => node).join(' '), ...(runs ? { runs } : {}) };
  });
}

const sum = (list: number[]): number => list.reduce((a, b) => a + b, 0);
