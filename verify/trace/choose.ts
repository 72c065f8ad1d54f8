import { ALL_LINES, type NodeLine } from '../../src/fences/lines.ts';
import type { Evidence, Frame, Recording, Step, TraceFile } from '../../src/traces/trace.ts';

/** The recorded runs of a program on one line that may be published: those that printed the right thing, or one outcome of a race. */
export interface Candidates {
  recordings: Recording[];
  /** What is known beside them; absent for a race. */
  evidence?: Omit<Evidence, 'alike'>;
}

/** What makes two recordings the same: everything but how long the loop slept. */
export const shapeOf = ({ tasks, steps }: Recording): string => JSON.stringify([tasks, steps.map(awake)]);

const awake = (step: Step) => (step.k === 'phase' ? { ...step, ms: undefined } : step);

/**
 * What happened, as a reader sees it at first: without Node's own jobs, which are folded, and without the names of Node's functions on the
 * stack, which V8 makes up differently from line to line.
 */
export function visibleShape({ outcome, tasks, steps }: Recording): string {
  const seen = steps.flatMap((step): unknown[] => {
    const { s: stack, ...rest } = { s: undefined, ...awake(step) };
    const lines = ((stack ?? []) as Frame[]).map(([, line]) => line ?? 0);
    if (!('t' in step)) return [[rest, lines]];
    const { q, api, l, fl, ms, every, pass, i } = tasks[step.t]!;
    return i ? [] : [[{ ...rest, t: undefined }, lines, q, q === 'io' ? api : '', l, fl, ms, every, pass]];
  });
  return JSON.stringify([outcome, seen]);
}

/** The values that occur most often; of equals, the earlier ones. */
export function commonest<T>(list: T[], keyOf: (item: T) => string): T[] {
  const groups = [...Map.groupBy(list, keyOf).values()];
  return groups.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** Of recordings that are alike, the median by sleep: on a busy machine a 1 ms timer may wait for 20, and a 20 ms timer be due without any sleep. */
export function typical(list: Recording[]): Recording {
  const slept = ({ steps }: Recording) => sum(steps.map((step) => (step.k === 'phase' ? (step.ms ?? 0) : 0)));
  return list.toSorted((a, b) => slept(a) - slept(b))[Math.floor((list.length - 1) / 2)]!;
}

/**
 * Makes the trace file of a program: one recording for all lines that ran alike, so that a page carries only what differs.
 *
 * Whether two timers share a turn, or a loop woke too early, is no difference between lines: the run is chosen that most lines have made.
 * Where only Node's own jobs differ, those of the newest line stay.
 *
 * @param byLine for a race one entry for each outcome, the commonest first; else there is one
 */
export function chooseTraces(hash: string, byLine: Map<NodeLine, Candidates[]>): TraceFile {
  const lines = ALL_LINES.filter((line) => byLine.has(line));
  const shapes = new Map(lines.map((line): [NodeLine, string[]] => [line, []]));
  const all = lines.flatMap((line) => byLine.get(line)!.map((candidates) => ({ line, candidates })));
  for (const group of Map.groupBy(all, ({ candidates }) => candidates.recordings[0]!.outcome).values()) {
    for (const [line, shape] of agree(new Map(group.map(({ line, candidates }) => [line, candidates.recordings])))) shapes.get(line)!.push(shape);
  }
  const groups = [...Map.groupBy(lines, (line) => JSON.stringify(shapes.get(line)!.toSorted())).values()];
  const recordingsOf = (group: NodeLine[]) => byLine.get(group[0]!)!.map((_, index) => merge(group.map((line) => fitting(byLine.get(line)!, index, group))));
  const fitting = (list: Candidates[], index: number, group: NodeLine[]): Candidates => {
    const wanted = shapes.get(group[0]!)!;
    const outcome = byLine.get(group[0]!)![index]!.recordings[0]!.outcome;
    const { recordings, evidence } = list.find((one) => one.recordings[0]!.outcome === outcome)!;
    return { recordings: recordings.filter((recording) => wanted.includes(visibleShape(recording))), evidence };
  };
  return { hash, lines: Object.fromEntries(groups.map((group) => [group.join(' '), recordingsOf(group)])) };
}

/** For each line the shape to publish: the one that most lines have, then the one recorded most often; then the same for the lines left. */
function agree(byLine: Map<NodeLine, Recording[]>): Map<NodeLine, string> {
  const chosen = new Map<NodeLine, string>();
  for (;;) {
    const left = [...byLine].filter(([line]) => !chosen.has(line)).flatMap(([line, list]) => list.map((one) => ({ line, shape: visibleShape(one) })));
    if (left.length === 0) return chosen;
    const linesWith = (group: typeof left) => new Set(group.map(({ line }) => line)).size;
    const groups = [...Map.groupBy(left, ({ shape }) => shape).values()];
    const best = groups.sort((a, b) => linesWith(b) - linesWith(a) || b.length - a.length)[0]!;
    for (const { line, shape } of best) chosen.set(line, shape);
  }
}

/** One recording for several lines, given oldest first: a run of the newest, the evidence of all. */
function merge(list: Candidates[]): Recording {
  const shown = typical(commonest(list.at(-1)!.recordings, shapeOf));
  const node = list.map(({ recordings }) => recordings[0]!.node).join(' ');
  const known = list.map(({ evidence }) => evidence);
  if (!known[0]) return { ...shown, node };
  const total = (key: keyof Omit<Evidence, 'alike'>) => sum(known.map((one) => one![key]));
  const alike = sum(list.map(({ recordings }) => recordings.length));
  return { ...shown, node, runs: { plain: total('plain'), same: total('same'), recorded: total('recorded'), alike } };
}

const sum = (list: number[]): number => list.reduce((a, b) => a + b, 0);
