import path from 'node:path';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { FenceError } from '../../src/fences/extract.ts';
import { entryFor, readLedger, type Ledger } from '../../src/fences/ledger.ts';
import { ALL_LINES, type NodeLine } from '../../src/fences/lines.ts';
import { listTraceFiles, readTraceFile, writeTraceFile } from '../../src/traces/files.ts';
import type { Recording } from '../../src/traces/trace.ts';
import { makeGate } from '../line.ts';
import { probeOwnNetwork } from '../network.ts';
import type { NodeBinary } from '../nodes.ts';
import { findPages, selectPages, type PageFile } from '../pages.ts';
import { Progress, type Terminal } from '../progress.ts';
import type { Limits, Surroundings } from '../run.ts';
import { sweepSandboxes } from '../sandbox.ts';
import { brokenTrace, nodesFor, orderOn, staleness } from './check.ts';
import { joinLines } from './choose.ts';
import { traceOnLine, type Counts } from './line.ts';
import { HELP, parseOptions, type Options } from './options.ts';
import { Refused } from './refuse.ts';
import { subjectOf } from './subject.ts';
import { findUses, type Use } from './uses.ts';

/** Where everything is, and what may be used. */
export interface House {
  /** Where `traces/` is. */
  root: string;
  content: string;
  ledger: string;
  modules: string;
  cwd: string;
  nodes: (lines: readonly NodeLine[], say: (text: string) => void) => Promise<NodeBinary[]>;
  limits: Limits;
  counts: Counts;
  terminal: Terminal;
}

/** What the work on one program needs. */
interface Shop {
  house: House;
  nodes: NodeBinary[];
  around: Surroundings;
  ledger: Ledger;
  progress: Progress;
  /** Says that something is wrong with a program, or, with `warning`, merely worth knowing. */
  complain: (use: Pick<Use, 'page' | 'line'>, name: string, message: string, warning?: boolean) => void;
}

/**
 * The whole of `npm run trace`, without the process around it.
 *
 * @returns the exit code: 0 all is well, 1 something is not
 * @throws UsageError for a wrong command line
 */
export async function trace(argv: string[], house: House): Promise<number> {
  const options = parseOptions(argv);
  if (options.help) {
    house.terminal.write(HELP);
    return 0;
  }
  sweepSandboxes();
  const progress = new Progress(house.terminal);
  const nodes = await house.nodes(ALL_LINES, (text) => progress.say(text));
  const around = { bounds: probeOwnNetwork(), modules: house.modules, limits: house.limits };
  if (options.program) {
    // Only here the player is needed, with what bundles it.
    const { traceOwn } = await import('./own.ts');
    return traceOwn(options.program, options.out, { cwd: house.cwd, nodes, around, counts: house.counts, say: (text) => progress.say(text) });
  }
  return tracePages(options, { house, nodes, around, progress, ledger: readLedger(house.ledger), complain: () => {} });
}

async function tracePages(options: Options, shop: Shop): Promise<number> {
  const { house, progress } = shop;
  const start = performance.now();
  let wrong = 0;
  let warnings = 0;
  const complain: Shop['complain'] = ({ page, line }, name, message, warning = false) => {
    if (warning) warnings += 1;
    else wrong += 1;
    progress.failed = wrong;
    progress.say(`${path.relative(house.cwd, page.file) || page.file}:${line}  ${name}\n  ${warning ? 'Warning: ' : ''}${message}\n`);
  };
  const bank = findPages(house.content);
  const uses = selectPages(bank, options.only, house.cwd).flatMap((page) => usesOf(page, complain));
  const work = options.check ? uses : uses.filter((use) => options.all || staleness(use, readTraceFile(house.root, use.file)) !== null);
  progress.things = 'programs';
  progress.total = work.length;
  const gate = makeGate(options.jobs ?? Math.min(4, availableParallelism()));
  await Promise.all(
    work.map((use) =>
      gate(async () => {
        progress.tick(`${use.page.slug} ${use.name}`);
        await (options.check ? checkOne(use, { ...shop, complain }) : recordOne(use, { ...shop, complain }));
        progress.done += 1;
      }),
    ),
  );
  if (options.only.length === 0 && wrong === 0) wrong += orphans(bank, options.check, shop);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const done = options.check ? 'checked' : `recorded, ${uses.length - work.length} unchanged`;
  const end = wrong === 0 ? 'all is well' : `${wrong} to repair`;
  progress.say(`${work.length} traces ${done};${warnings > 0 ? ` ${warnings} warnings;` : ''} ${end}; ${seconds} s.`);
  return wrong === 0 ? 0 : 1;
}

function usesOf(page: PageFile, complain: Shop['complain']): Use[] {
  try {
    return findUses(page);
  } catch (error) {
    if (!(error instanceof FenceError)) throw error;
    complain({ page, line: error.line }, 'Trace', error.message);
    return [];
  }
}

async function recordOne(use: Use, { house, nodes, around, ledger, complain }: Shop): Promise<void> {
  const { program, name } = use;
  try {
    const subject = subjectOf(program, name);
    const byLine = new Map<NodeLine, Recording[]>();
    const entry = entryFor(program, ledger);
    for (const node of nodesFor(program.lines, nodes)) {
      const { recordings, warnings } = await traceOnLine(subject, node, around, { counts: house.counts, seen: entry?.runs[node.line]?.counts });
      byLine.set(node.line, recordings);
      for (const warning of warnings) complain(use, name, warning, true);
    }
    writeTraceFile(house.root, use.file, joinLines(program.hash, byLine));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    complain({ page: use.page, line: program.from + error.line }, name, error.message);
  }
}

async function checkOne(use: Use, { house, nodes, around, complain }: Shop): Promise<void> {
  const found = readTraceFile(house.root, use.file);
  const problem = staleness(use, found) ?? brokenTrace(found!);
  if (problem) return complain(use, use.name, problem);
  for (const node of nodesFor(use.program.lines, nodes)) {
    const message = await orderOn(use, found!, node, around);
    if (message) complain(use, use.name, `${message} Run: npm run trace -- --only ${use.page.slug}`, use.program.outcomes !== null);
  }
}

/** Traces that no page shows any more: told by --check, else removed. @returns how many were told */
function orphans(bank: PageFile[], checking: boolean, { house, progress }: Shop): number {
  const wanted = new Set(bank.flatMap((page) => findUses(page)).map(({ file }) => file));
  const left = listTraceFiles(house.root).filter((file) => !wanted.has(file));
  for (const file of left) {
    if (!checking) rmSync(path.join(house.root, file));
    progress.say(`${file}: no page shows it${checking ? '. Run: npm run trace' : ', so it is removed'}.\n`);
  }
  return checking ? left.length : 0;
}
