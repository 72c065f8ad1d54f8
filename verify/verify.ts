import path from 'node:path';
import { extractPrograms, FenceError, type Page, type Program } from '../src/fences/extract.ts';
import type { NodeLine } from '../src/fences/lines.ts';
import { writeWhole } from './atomic.ts';
import { keyOf, type Passed } from './cache.ts';
import { wantedOutputs } from './desired.ts';
import { countOutcomes, judge, type Finding, type LineResult } from './judge.ts';
import type { NodeBinary } from './nodes.ts';
import { countRuns, makeGate, runOnLine } from './page.ts';
import type { PageFile } from './pages.ts';
import { Progress } from './progress.ts';
import type { Passing } from './record.ts';
import { describe, type Placed } from './report.ts';
import { rewritePage, type Wishes } from './rewrite.ts';
import type { Surroundings } from './run.ts';
import { serviceProblem } from './services.ts';

/** What a verify run is told. */
export interface Orders {
  pages: PageFile[];
  nodes: NodeBinary[];
  around: Surroundings;
  jobs: number;
  update: boolean;
  /** What need not be run again. */
  passed: Passed;
  /** How page paths are shown. */
  cwd: string;
  progress: Progress;
  read: (file: string) => string;
}

/** What came of it. */
export interface Outcome {
  passing: Passing[];
  /** Pages on which everything passed. */
  good: string[];
  passed: Passed;
  counts: { programs: number; ran: number; runs: number; updated: number; wrong: number; warnings: number };
}

interface Work { page: PageFile; shown: string; programs: { program: Program; nodes: NodeBinary[]; cached: boolean; blocked: Finding | null }[] }

/** Runs the programs of the pages, several at a time, and deals with each page as soon as its last program has ended. */
export async function verifyPages(orders: Orders): Promise<Outcome> {
  const outcome: Outcome = { passing: [], good: [], passed: {}, counts: { programs: 0, ran: 0, runs: 0, updated: 0, wrong: 0, warnings: 0 } };
  const gate = makeGate(orders.jobs);
  const works: Work[] = [];
  for (const page of orders.pages) {
    const work = await prepare(page, orders, outcome);
    if (work) works.push(work);
  }
  for (const { programs } of works) {
    for (const p of programs) orders.progress.total += p.cached || p.blocked ? 0 : countRuns(p.program, p.nodes);
  }
  await Promise.all(works.map(async (work) => {
    const results = new Map<Program, LineResult[]>();
    await Promise.all(work.programs.filter((p) => !p.cached && !p.blocked).flatMap(({ program, nodes }) => {
      results.set(program, []);
      outcome.counts.ran += 1;
      return nodes.map((node) => gate(async () => {
        const tick = (runs: number) => { orders.progress.done += runs; outcome.counts.runs += runs; orders.progress.tick(`${work.page.slug} ${program.title} on Node ${node.line}`); };
        results.get(program)!.push(await runOnLine(program, node, orders.around, tick));
      }));
    }));
    settle(work, results, orders, outcome);
  }));
  return outcome;
}

async function prepare(page: PageFile, orders: Orders, outcome: Outcome): Promise<Work | null> {
  const shown = path.relative(orders.cwd, page.file) || page.file;
  let extracted: Page;
  try {
    extracted = extractPrograms(page.source, { repairing: orders.update });
  } catch (error) {
    const at = error instanceof FenceError ? `:${error.line}` : '';
    orders.progress.say(`${shown}${at}\n  ${(error as Error).message}\n`);
    outcome.counts.wrong += 1;
    orders.progress.failed += 1;
    return null;
  }
  outcome.counts.programs += extracted.programs.length;
  const programs = await Promise.all(extracted.programs.map(async (program) => {
    const nodes = orders.nodes.filter((node) => program.lines.includes(node.line));
    const cached = nodes.every((node) => keyOf(program.hash, node.version) in orders.passed);
    const problems = cached ? [] : await Promise.all(program.needs.map((name) => serviceProblem(name)));
    const problem = problems.find((p) => p !== null);
    return { program, nodes, cached, blocked: problem ? ({ kind: 'failure', message: problem } satisfies Finding) : null };
  }));
  return { page, shown, programs };
}

/** Judges a finished page; with `--update`, first makes the page say what was printed. */
function settle(work: Work, results: Map<Program, LineResult[]>, orders: Orders, outcome: Outcome): void {
  const findings: Placed[] = [];
  const place = (program: Program, lines: NodeLine[]) => (finding: Finding) => { findings.push({ ...finding, file: work.shown, at: program.from, title: program.title, lines }); };
  const fresh = orders.update ? update(work, results, orders, outcome, findings) : null;
  work.programs.forEach(({ program: old, nodes, cached, blocked }, index) => {
    const program = fresh?.programs[index] ?? old;
    const ran = results.get(old) ?? [];
    if (blocked) place(program, [])(blocked);
    for (const result of ran) judge(program, result).forEach(place(program, [result.line]));
    if (!cached && !blocked && program.outcomes !== null) unseen(program, ran).forEach(place(program, []));
    if (findings.some((f) => f.at === program.from && f.kind !== 'warning')) return;
    const runs: Passing['runs'] = {};
    for (const node of nodes) {
      const result = ran.find((r) => r.line === node.line);
      const key = keyOf(program.hash, node.version);
      const known = orders.passed[keyOf(old.hash, node.version)];
      const counts = program.outcomes === null ? undefined : result ? countOutcomes(program, result) : known === true ? undefined : known;
      runs[node.line] = { version: node.version, ...(counts ? { counts } : {}) };
      outcome.passed[key] = counts ?? true;
    }
    outcome.passing.push({ slug: work.page.slug, program, runs });
  });
  const wrong = findings.filter((f) => f.kind !== 'warning');
  if (findings.length > 0) orders.progress.say(`${describe(work.shown, findings)}\n`);
  if (wrong.length === 0) outcome.good.push(work.page.slug);
  const programs = new Set(wrong.map((f) => f.at)).size;
  outcome.counts.wrong += programs;
  outcome.counts.warnings += findings.length - wrong.length;
  orders.progress.failed += programs;
}

function unseen(program: Program, results: LineResult[]): Finding[] {
  const seen = results.map((result) => countOutcomes(program, result));
  return program.outputs.filter((_, index) => seen.every((counts) => counts[index] === 0))
    .map((output) => ({ kind: 'warning', message: `The output on line ${output.from} was never seen on any line. Run it more often (outcomes=${(program.outcomes ?? 20) * 2}), or remove that output.` }));
}

/** Rewrites the page. The new text must say exactly what was printed, else the page is left alone. */
function update(work: Work, results: Map<Program, LineResult[]>, orders: Orders, outcome: Outcome, findings: Placed[]): Page | null {
  const { page, shown } = work;
  const wishes: Wishes = new Map();
  for (const [program, lines] of results) {
    const wanted = wantedOutputs(program, lines);
    if (wanted) wishes.set(program, wanted);
  }
  const next = rewritePage(page.source, wishes);
  const complain = (message: string, at: number) => { findings.push({ kind: 'failure', message, file: shown, at, title: 'the page', lines: [] }); };
  if (next !== page.source && orders.read(page.file) !== page.source) {
    complain('The page was edited while its programs ran, so it was not rewritten. Run this again.', 1);
    return null;
  }
  try {
    const fresh = extractPrograms(next);
    if (next !== page.source) {
      writeWhole(page.file, next);
      outcome.counts.updated += 1;
      orders.progress.say(`Updated ${shown}`);
    }
    return fresh;
  } catch (error) {
    complain(`The page could not be updated: ${(error as Error).message}`, error instanceof FenceError ? error.line : 1);
    return null;
  }
}
