import { outputsFor } from '../../src/fences/outputs.ts';
import type { NodeBinary } from '../nodes.ts';
import type { Printed, Surroundings } from '../run.ts';
import { commonest, type Candidates } from './choose.ts';
import { recordOnce, runPlain, type Recorded } from './record.ts';
import { Refused } from './refuse.ts';
import type { Subject } from './subject.ts';

/** How often a program is run. Recorded runs go on beyond `recorded` until there is one to publish, at most `tries`. */
export interface Counts {
  plain: number;
  recorded: number;
  tries: number;
}

/** The counts of a trace that is published. */
export const COUNTS: Counts = { plain: 10, recorded: 5, tries: 15 };

/** How many tries each outcome of a race gets. */
const RACE_TRIES = 60;

/** So much of the plain runs must agree; less is a race that the page must tell of. */
const AGREED = 0.9;

/** What may be said about the recording of a program. */
interface Known {
  counts?: Counts;
  /** How often each output of a race was seen in plain runs, in page order. */
  seen?: number[];
}

/** What is known of one program on one line. */
export interface LineTrace {
  candidates: Candidates[];
  warnings: string[];
}

/**
 * Records a program on one line.
 *
 * @throws Refused when no trace can be published
 */
export async function traceOnLine(subject: Subject, node: NodeBinary, around: Surroundings, { counts = COUNTS, seen }: Known = {}): Promise<LineTrace> {
  return subject.program.outcomes === null ? traceOne(subject, node, around, counts) : traceRace(subject, node, around, counts, seen);
}

async function traceOne(subject: Subject, node: NodeBinary, around: Surroundings, counts: Counts): Promise<LineTrace> {
  const plain = await repeat(counts.plain, async () => {
    const run = await runPlain(subject, node, around);
    if (run.limit) throw new Refused(run.limit);
    return run;
  });
  const agreeing = commonest(plain, printedKey);
  const [usual, same] = [agreeing[0]!, agreeing.length];
  const fences = outputsFor(subject.program, node.line, subject.name);
  if (fences.length > 0 && same < AGREED * counts.plain) throw new Refused(raceMessage(same, usual, plain));
  if (fences.length > 0 && fences[0]!.value !== usual.output) throw new Refused('It does not print what its page says. Run first: npm run verify');
  let recorded = await repeat(counts.recorded, () => recordOnce(subject, node, around));
  const fitting = () => recorded.filter(({ printed }) => printedKey(printed) === printedKey(usual));
  while (fitting().length === 0 && recorded.length < counts.tries) recorded = [...recorded, await recordOnce(subject, node, around)];
  const fits = fitting();
  if (fits.length === 0 && fences.length === 0) throw new Refused(unsteadyMessage(plain, usual));
  if (fits.length === 0)
    throw new Refused(`None of ${recorded.length} recorded runs printed what ${same} of ${counts.plain} plain runs print. It is a race: add \`outcomes\`.`);
  const trusted = fits.filter(({ problems }) => problems.length === 0);
  if (trusted.length === 0) throw new Refused(`Its recording cannot be trusted. ${fits[0]!.problems.join(' ')}`);
  const evidence = { plain: counts.plain, same, recorded: recorded.length };
  return { candidates: [{ recordings: trusted.map(({ recording }) => recording), evidence }], warnings: [] };
}

async function traceRace(subject: Subject, node: NodeBinary, around: Surroundings, counts: Counts, odds: number[] = []): Promise<LineTrace> {
  const { program, name } = subject;
  const fences = outputsFor(program, node.line, name);
  const most = RACE_TRIES * fences.length;
  const recorded: Recorded[] = [];
  const seen = (value: string) => recorded.filter(({ printed, problems }) => printed.output === value && problems.length === 0);
  while (recorded.length < counts.recorded || (recorded.length < most && fences.some(({ value }) => seen(value).length === 0)))
    recorded.push(await recordOnce(subject, node, around));
  const warnings: string[] = [];
  const candidates = fences.flatMap((fence): Candidates[] => {
    const outcome = program.outputs.indexOf(fence);
    const recordings = seen(fence.value).map(({ recording }) => ({ ...recording, outcome }));
    if (recordings.length > 0) return [{ recordings }];
    // The recorder shifts odds: an outcome that is rare in plain runs may be unheard of in recorded ones.
    warnings.push(`Node ${node.line} never printed the output on line ${fence.from} in ${recorded.length} recorded runs: the trace does without it.`);
    return [];
  });
  if (candidates.length === 0) throw new Refused('None of its outcomes was seen in a recorded run. Run first: npm run verify');
  const often = ({ recordings }: Candidates) => odds[recordings[0]!.outcome!] ?? 0;
  return { candidates: candidates.sort((a, b) => often(b) - often(a)), warnings };
}

const printedKey = ({ output, code }: Printed): string => `${code} ${output}`;

/** For a program of one's own, of which no page can tell the outcomes. */
function unsteadyMessage(plain: Printed[], usual: Printed): string {
  const other = plain.find((run) => printedKey(run) !== printedKey(usual));
  const how = other
    ? `It prints something else each time, such as ${JSON.stringify(usual.output.slice(0, SHOWN))} and ${JSON.stringify(other.output.slice(0, SHOWN))}. `
    : `Looked at, it never prints what it prints plainly (${JSON.stringify(usual.output.slice(0, SHOWN))}). `;
  return `${how}Print nothing that depends on the clock, on chance or on this machine, and put 20 ms or more between its timers.`;
}

/** So much of an output, in characters, is enough to know it by. */
const SHOWN = 200;

function raceMessage(same: number, usual: Printed, plain: Printed[]): string {
  const other = plain.find((run) => printedKey(run) !== printedKey(usual))!;
  return (
    `It is a race: ${same} of ${plain.length} plain runs agree. One printed ${JSON.stringify(other.output)}, most ${JSON.stringify(usual.output)}. ` +
    'Add `outcomes` if the race is the point; else put 20 ms or more between its timers, and wait for I/O.'
  );
}

/** Does something several times, one after the other. */
export async function repeat<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  while (done.length < times) done.push(await work());
  return done;
}
