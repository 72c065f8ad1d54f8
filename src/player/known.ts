import type { Entry } from '../fences/ledger.ts';
import type { NodeLine } from '../fences/lines.ts';
import type { Recording, TraceFile } from '../traces/trace.ts';

/** One recording with what is known around it. */
export interface Known {
  recording: Recording;
  /** The Node lines it speaks for, such as `22 24`. */
  lines: string;
  /** Of a race: how often plain runs printed this. */
  odds?: { seen: number; of: number };
}

/**
 * The recordings of a trace, oldest Node line first, and within a line the commonest outcome first.
 *
 * @param race the ledger's entry of a race, which counted its outcomes in runs without the recorder
 */
export function knownOf({ lines }: TraceFile, race: Entry | null = null): Known[] {
  // A key such as "26" is a number to JavaScript, and comes before "22 24" in an object.
  const oldestFirst = Object.entries(lines).sort(([a], [b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  return oldestFirst.flatMap(([key, recordings]) => recordings.map((recording): Known => ({ recording, lines: key, ...oddsOf(recording, key, race) })));
}

function oddsOf({ outcome }: Recording, lines: string, race: Entry | null): Pick<Known, 'odds'> {
  if (outcome === undefined || !race) return {};
  const counts = lines.split(' ').map((line) => race.runs[Number(line) as NodeLine]?.counts ?? []);
  const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
  return { odds: { seen: sum(counts.map((list) => list[outcome] ?? 0)), of: sum(counts.map(sum)) } };
}
