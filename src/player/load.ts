import { extractPrograms } from '../fences/extract.ts';
import { entryFor, type Entry, type Ledger } from '../fences/ledger.ts';
import type { NodeLine } from '../fences/lines.ts';
import type { Program } from '../fences/program.ts';
import { readTraceFile, traceFileOf } from '../traces/files.ts';
import type { Recording, TraceFile } from '../traces/trace.ts';
import { viewOf, type Known, type TraceView } from './view.ts';

/** The page a trace stands on. */
export interface TracedPage {
  /** `<segment>/<slug>` */
  slug: string;
  source: string;
}

/**
 * Finds the trace of a program and prepares it for its page.
 *
 * @param of the name the program is run under
 * @param root the project's root
 * @throws Error with what is wrong and the repair, without the page: whoever renders knows it
 */
export function loadTrace({ slug, source }: TracedPage, of: string | undefined, ledger: Ledger, root = process.cwd()): TraceView {
  const { programs } = extractPrograms(source);
  const program = programs.find(({ variants }) => variants.includes(of ?? ''));
  if (!of || !program) {
    const names = programs.flatMap(({ variants }) => variants).join(', ') || 'none';
    throw new Error(`names no program of this page (there are: ${names}). Write <Trace of="…" /> with the name a program is run under, below its output.`);
  }
  const file = traceFileOf(slug, of);
  const trace = readTraceFile(root, file);
  if (!trace) throw new Error(`has no recording: ${file} is missing. Record it: npm run trace -- --only ${slug}`);
  if (trace.hash !== program.hash) {
    throw new Error(`was recorded from another text than the page has now (${file}). Record it again: npm run trace -- --only ${slug}`);
  }
  return viewOf(of, program.code, knownOf(trace, entryFor(program, ledger), program));
}

/** The recordings of a trace, with the odds of a race as the ledger counted them in plain runs. */
function knownOf({ lines }: TraceFile, entry: Entry | null, program: Program): Known[] {
  // A key such as "26" is a number to JavaScript, and comes before "22 24" in an object.
  const oldestFirst = Object.entries(lines).sort(([a], [b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  return oldestFirst.flatMap(([key, recordings]) =>
    recordings.map((recording): Known => ({ recording, lines: key, ...oddsOf(recording, key, program.outcomes === null ? null : entry) })),
  );
}

function oddsOf({ outcome }: Recording, lines: string, entry: Entry | null): Pick<Known, 'odds'> {
  if (outcome === undefined || !entry) return {};
  const counts = lines.split(' ').map((line) => entry.runs[Number(line) as NodeLine]?.counts ?? []);
  const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);
  return { odds: { seen: sum(counts.map((list) => list[outcome] ?? 0)), of: sum(counts.map(sum)) } };
}
