import { NODE_LINES } from '../../src/fences/lines.ts';
import { linesOf, recordingsFor, sumOf } from '../../src/traces/files.ts';
import type { TraceFile } from '../../src/traces/trace.ts';
import type { NodeBinary } from '../nodes.ts';
import type { Surroundings } from '../run.ts';
import { repeat } from './line.ts';
import { runPlain } from './record.ts';
import { brokenRules, logsOf, printedAs } from './rules.ts';
import { subjectOf } from './subject.ts';
import type { Use } from './uses.ts';

/** How often a program is run plainly on each line. */
const RUNS = 3;

/** What is wrong with a trace as it stands, without a run; null when nothing is. */
export function staleness({ page, program }: Pick<Use, 'page' | 'program'>, trace: TraceFile | null): string | null {
  const again = `Run: npm run trace -- --only ${page.slug}`;
  if (!trace) return `It has no trace that can be read. ${again}`;
  if (trace.hash !== program.hash) return `Its trace belongs to another text: the program or its output was edited. ${again}`;
  if (trace.sum !== sumOf(trace)) return `Its trace was edited by hand, or by a merge: it is no longer what Node did. ${again}`;
  const known = linesOf(trace);
  const missing = program.lines.filter((line) => !known.includes(line));
  if (missing.length > 0) return `Its trace lacks Node ${missing.join(', ')}. ${again}`;
  const old = known.find((line) => recordingsFor(trace, line).some(({ node }) => !node.split(' ').includes(NODE_LINES[line])));
  if (old !== undefined) return `Its trace was not recorded on Node ${NODE_LINES[old]}. ${again}`;
  const broken = Object.entries(trace.lines).flatMap(([lines, list]) => list.flatMap((one) => brokenRules(one).map((rule) => `Node ${lines}: ${rule}`)));
  return broken.length === 0 ? null : `Its trace breaks a rule of the event loop; traces are not edited by hand. ${broken[0]} ${again}`;
}

/**
 * Runs a traced program plainly, a few times, and compares what it prints with its trace. One run out of three may differ: this looks
 * for a Node that changed, not for a busy machine.
 *
 * @returns a sentence when the order does not hold, or null
 */
export async function orderOn(use: Use, trace: TraceFile, node: NodeBinary, around: Surroundings): Promise<string | null> {
  const subject = subjectOf(use.program, use.name);
  const recordings = recordingsFor(trace, node.line);
  const runs = await repeat(RUNS, () => runPlain(subject, node, around));
  const stopped = runs.find(({ limit }) => limit);
  if (stopped) return stopped.limit;
  const differing = runs.filter(({ output, code }) => !recordings.some(({ steps }) => printedAs(logsOf(steps), output, code !== 0)));
  if (differing.length <= RUNS / 2) return null;
  return `On Node ${node.line} it prints another order than its trace, in ${differing.length} of ${RUNS} runs: ${JSON.stringify(differing[0]!.output)}.`;
}
