import { extractPrograms } from '../fences/extract.ts';
import { entryFor, type Ledger } from '../fences/ledger.ts';
import type { Program } from '../fences/program.ts';
import { readTraceFile, traceFileOf } from '../traces/files.ts';
import { knownOf, type Known } from './known.ts';
import { viewOf, type TraceView } from './view.ts';

/** The page a trace stands on. */
export interface TracedPage {
  /** `<segment>/<slug>` */
  slug: string;
  source: string;
}

/**
 * Finds the traces of a program and prepares them for their page.
 *
 * @param names what the program is run under
 * @param root the project's root
 * @throws Error with what is wrong and the repair, without the page: whoever renders knows it
 */
export function loadTrace({ slug, source }: TracedPage, names: readonly string[], ledger: Ledger, root = process.cwd()): TraceView {
  const { programs } = extractPrograms(source);
  const program = programs.find(({ variants }) => names.length > 0 && names.every((name) => variants.includes(name)));
  if (!program) {
    const known = programs.map(({ variants }) => variants.join(' ')).join(', ') || 'none';
    throw new Error(`names no program of this page (there are: ${known}). Write <Trace of="…" /> with the name a program is run under, below its output.`);
  }
  return viewOf(
    names[0]!,
    program.code,
    names.flatMap((name) => knownAs(name, slug, program, ledger, root)),
  );
}

/** The recordings of a program under one of its names. */
function knownAs(of: string, slug: string, program: Program, ledger: Ledger, root: string): Known[] {
  const file = traceFileOf(slug, of);
  const trace = readTraceFile(root, file);
  if (!trace) throw new Error(`has no recording: ${file} is missing. Record it: npm run trace -- --only ${slug}`);
  if (trace.hash !== program.hash) {
    throw new Error(`was recorded from another text than the page has now (${file}). Record it again: npm run trace -- --only ${slug}`);
  }
  return knownOf(trace, program.outcomes === null ? null : entryFor(program, ledger));
}
