import { tripOf } from './names.ts';
import type { Recording } from './trace.ts';

/** Recordings of the same program on some Node lines, such as `"22 24"`. */
export interface OnLines {
  lines: string;
  recording: Recording;
}

/** `Node 22, 24 and 26` */
export const spoken = (lines: string): string => `Node ${lines.replace(/ (?=\S+$)/, ' and ').replaceAll(/ (?=\d\S* )/g, ', ')}`;

/**
 * One sentence on what the newer Node lines do otherwise.
 *
 * @returns what a reader can see: the order of the output first, then the trips to the system, then only the number of steps
 */
export function difference(older: OnLines, newer: OnLines): string {
  const [before, now] = [spoken(older.lines), spoken(newer.lines)];
  const order = orderMoved(printed(older.recording), printed(newer.recording));
  const trips = tripsChanged(older.recording, newer.recording);
  const why = trips && `${trips.call} is ${times(trips.now)} to the system there, ${times(trips.before)} on ${before}`;
  if (order) return `On ${now} “${order.first}” is printed before “${order.second}”, on ${before} after it${why ? `: ${why}` : ''}.`;
  const print = newer.lines.includes(' ') ? 'print' : 'prints';
  if (why) return `${now} ${print} the same, but ${why}.`;
  const count = ({ recording }: OnLines): number => recording.steps.filter((step) => step.k !== 'end' && !('t' in step && recording.tasks[step.t]!.i)).length;
  return `${now} ${print} the same in ${count(newer)} steps, ${before} in ${count(older)}.`;
}

const printed = ({ steps }: Recording): string[] => steps.flatMap((step) => (step.k === 'log' ? [step.x] : []));

const times = (n: number): string => (n === 1 ? 'one trip' : `${['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'][n] ?? n} trips`);

/** The first text that has overtaken another, or null. */
function orderMoved(older: readonly string[], newer: readonly string[]): { first: string; second: string } | null {
  const i = newer.findIndex((text, at) => text !== older[at]);
  const [first, second] = [newer[i], older[i]];
  return i >= 0 && first !== undefined && second !== undefined && newer.indexOf(second) > i && older.indexOf(first) > i ? { first, second } : null;
}

/** The first call that goes to the system more or less often than it did. */
function tripsChanged(older: Recording, newer: Recording): { call: string; before: number; now: number } | null {
  const [before, now] = [tripsOf(older), tripsOf(newer)];
  for (const [call, n] of now) {
    // A part of a trip is none: of several calls, some went another way.
    if (before.has(call) && before.get(call) !== n && Number.isInteger(n) && Number.isInteger(before.get(call))) return { call, before: before.get(call)!, now: n };
  }
  return null;
}

/** How often each call goes to the system: where it is made several times, on average. Only what the program itself hands over has a line. */
function tripsOf({ tasks, steps }: Recording): Map<string, number> {
  const trips = new Map<string, { all: number; calls: number }>();
  steps.forEach((step) => {
    const task = step.k === 'add' ? tasks[step.t]! : null;
    const call = task?.q === 'io' && task.l ? (tripOf(task)?.call ?? task.api) : '';
    if (!call) return;
    const known = trips.get(call) ?? { all: 0, calls: 0 };
    trips.set(call, { all: known.all + 1, calls: known.calls + ('l' in step && step.l ? 1 : 0) });
  });
  return new Map([...trips].map(([call, { all, calls }]) => [call, all / (calls || 1)]));
}
