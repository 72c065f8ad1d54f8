import path from 'node:path';
import { extractPrograms, FenceError, type Program } from '../src/fences/extract.ts';
import { keyOf, type Passed } from './cache.ts';
import type { NodeBinary } from './nodes.ts';
import { countRuns, makeGate, runOnLine } from './line.ts';
import type { PageFile } from './pages.ts';
import type { Progress } from './progress.ts';
import type { Passing } from './record.ts';
import { describe } from './report.ts';
import type { Surroundings } from './run.ts';
import { serviceProblem } from './services/services.ts';
import { settle, type Fate } from './settle.ts';

/** What a verify run is told. */
export interface Orders {
  pages: PageFile[];
  nodes: NodeBinary[];
  around: Surroundings;
  jobs: number;
  update: boolean;
  /** What passed before; with `again` it is run all the same. */
  passed: Passed;
  again: boolean;
  /** What page paths are shown relative to. */
  cwd: string;
  progress: Progress;
  /** Told what passed, page by page, so that an interrupted run need not be repeated whole. */
  remember: (passed: Passed) => Promise<void>;
}

/** What came of it. */
export interface Outcome {
  passing: Passing[];
  /** Pages on which everything passed. */
  good: string[];
  counts: { programs: number; ran: number; blocked: number; runs: number; updated: number; wrong: number; warnings: number };
}

interface Work {
  page: PageFile;
  shown: string;
  fates: Fate[];
}

/** Runs the programs of the pages, several at a time, and deals with each page as soon as its last program has ended. */
export async function verifyPages(orders: Orders): Promise<Outcome> {
  const outcome: Outcome = { passing: [], good: [], counts: { programs: 0, ran: 0, blocked: 0, runs: 0, updated: 0, wrong: 0, warnings: 0 } };
  const gate = makeGate(orders.jobs);
  const works: Work[] = [];
  for (const page of orders.pages) {
    const work = prepare(page, orders, outcome);
    if (work) works.push(work);
  }
  for (const { program, nodes } of works.flatMap((w) => w.fates).filter(mayRun)) orders.progress.total += countRuns(program, nodes);
  await Promise.all(
    works.map(async (work) => {
      await runPage(work, gate, orders, outcome);
      await conclude(work, orders, outcome);
    }),
  );
  return outcome;
}

const mayRun = ({ cached, blocked }: Fate): boolean => !cached && !blocked;

function prepare(page: PageFile, orders: Orders, outcome: Outcome): Work | null {
  const shown = path.relative(orders.cwd, page.file) || page.file;
  let programs: Program[];
  try {
    programs = extractPrograms(page.source, { repairing: orders.update }).programs;
  } catch (error) {
    const at = error instanceof FenceError ? `:${error.line}` : '';
    orders.progress.say(`${shown}${at}\n  ${(error as Error).message}\n`);
    outcome.counts.wrong += 1;
    orders.progress.failed += 1;
    return null;
  }
  outcome.counts.programs += programs.length;
  const fates = programs.map((program): Fate => {
    const nodes = orders.nodes.filter((node) => program.lines.includes(node.line));
    const cached = !orders.again && nodes.every((node) => keyOf(program.hash, node.version) in orders.passed);
    const problem = cached ? undefined : program.needs.map((name) => serviceProblem(name)).find((p) => p !== null);
    return { program, nodes, cached, blocked: problem ? { kind: 'failure', message: problem } : null, results: [] };
  });
  outcome.counts.blocked += fates.filter(({ blocked }) => blocked).length;
  return { page, shown, fates };
}

async function runPage({ page, fates }: Work, gate: ReturnType<typeof makeGate>, orders: Orders, outcome: Outcome): Promise<void> {
  const { progress, around } = orders;
  await Promise.all(
    fates.filter(mayRun).flatMap(({ program, nodes, results }) => {
      outcome.counts.ran += 1;
      return nodes.map((node) =>
        gate(async () => {
          results.push(
            await runOnLine(program, node, around, (runs) => {
              progress.done += runs;
              outcome.counts.runs += runs;
              progress.tick(`${page.slug} ${program.title} on Node ${node.line}`);
            }),
          );
        }),
      );
    }),
  );
}

async function conclude({ page, shown, fates }: Work, orders: Orders, outcome: Outcome): Promise<void> {
  const { findings, passing, passed, updated } = settle(page, shown, fates, orders.update, orders.passed);
  const wrong = findings.filter(({ kind }) => kind !== 'warning');
  const programs = new Set(wrong.map(({ at }) => at)).size;
  if (updated) orders.progress.say(`Updated ${shown}`);
  if (findings.length > 0) orders.progress.say(`${describe(shown, findings)}\n`);
  if (wrong.length === 0) outcome.good.push(page.slug);
  outcome.passing.push(...passing);
  outcome.counts.wrong += programs;
  outcome.counts.warnings += findings.length - wrong.length;
  outcome.counts.updated += updated ? 1 : 0;
  orders.progress.failed += programs;
  await orders.remember(passed);
}
