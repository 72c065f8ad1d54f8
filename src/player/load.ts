import { extractPrograms } from '../fences/extract.ts';
import { entryFor, type Ledger } from '../fences/ledger.ts';
import { readTraceFile, traceFileOf } from '../traces/files.ts';
import { knownOf } from './known.ts';
import { viewOf, type TraceView } from './view.ts';

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
  return viewOf(of, program.code, knownOf(trace, program.outcomes === null ? null : entryFor(program, ledger)));
}
