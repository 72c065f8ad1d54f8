import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { FenceError } from '../../src/fences/extract.ts';
import { entryFor, readLedger, type Ledger } from '../../src/fences/ledger.ts';
import type { NodeLine } from '../../src/fences/lines.ts';
import { listTraceFiles, readTraceFile, writeTraceFile } from '../../src/traces/files.ts';
import type { TraceFile } from '../../src/traces/trace.ts';
import { makeGate } from '../line.ts';
import type { NodeBinary } from '../nodes.ts';
import { findPages, selectPages, type PageFile } from '../pages.ts';
import type { Progress } from '../progress.ts';
import type { Surroundings } from '../run.ts';
import { orderOn, staleness } from './check.ts';
import { chooseTraces, type Candidates } from './choose.ts';
import type { House } from './command.ts';
import { traceOnLine } from './line.ts';
import type { Options } from './options.ts';
import { Refused } from './refuse.ts';
import { subjectOf } from './subject.ts';
import { findUses, type Use } from './uses.ts';

/** Records, or checks, the traces that the pages show. @returns the exit code */
export async function traceBank(options: Options, house: House, nodes: NodeBinary[], around: Surroundings, progress: Progress): Promise<number> {
  const start = performance.now();
  const work = new Work(house, nodes, around, progress);
  const bank = findPages(house.content);
  const uses = selectPages(bank, options.only, house.cwd).flatMap((page) => work.usesOf(page));
  const due = options.check || options.all ? uses : uses.filter((use) => staleness(use, work.read(use)) !== null);
  progress.things = 'programs';
  progress.total = due.length;
  const gate = makeGate(options.jobs ?? Math.min(4, availableParallelism()));
  const each = (use: Use) =>
    gate(async () => {
      progress.tick(`${use.page.slug} ${use.name}`);
      await (options.check ? work.check(use) : work.record(use));
      progress.done += 1;
    });
  await Promise.all(due.map(each));
  // A page that could not be read would make orphans of its traces.
  if (options.only.length === 0 && work.wrong === 0) work.tidy(uses, options.check);
  const parts = [
    options.check ? `${due.length} traces checked` : `${due.length} traces recorded, ${uses.length - due.length} unchanged`,
    work.warnings > 0 ? `${work.warnings} warnings` : '',
    work.wrong === 0 ? 'all is well' : `${work.wrong} to repair`,
    `${((performance.now() - start) / 1000).toFixed(1)} s`,
  ];
  progress.say(`${parts.filter(Boolean).join('; ')}.`);
  return work.wrong === 0 ? 0 : 1;
}

/** What is done with one use, and how much of it went wrong. */
class Work {
  wrong = 0;
  warnings = 0;
  readonly #house: House;
  readonly #nodes: NodeBinary[];
  readonly #around: Surroundings;
  readonly #progress: Progress;
  readonly #ledger: Ledger;

  constructor(house: House, nodes: NodeBinary[], around: Surroundings, progress: Progress) {
    this.#house = house;
    this.#nodes = nodes;
    this.#around = around;
    this.#progress = progress;
    this.#ledger = readLedger(house.ledger);
  }

  usesOf(page: PageFile): Use[] {
    try {
      return findUses(page);
    } catch (error) {
      if (!(error instanceof FenceError)) throw error;
      this.#complain(page, error.line, 'Trace', error.message);
      return [];
    }
  }

  /** The trace as it stands; null when there is none, or none that can be read. */
  read({ file }: Use): TraceFile | null {
    try {
      return readTraceFile(this.#house.root, file);
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  }

  async record({ page, program, name, line, file }: Use): Promise<void> {
    try {
      const subject = subjectOf(program, name);
      const byLine = new Map<NodeLine, Candidates[]>();
      const entry = entryFor(program, this.#ledger);
      for (const node of this.#nodesFor(program.lines)) {
        const known = { counts: this.#house.counts, seen: entry?.runs[node.line]?.counts };
        const { candidates, warnings } = await traceOnLine(subject, node, this.#around, known);
        byLine.set(node.line, candidates);
        for (const warning of warnings) this.#warn(page, line, name, warning);
      }
      writeTraceFile(this.#house.root, file, chooseTraces(program.hash, byLine));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#complain(page, program.from + error.line, name, error.message);
    }
  }

  async check(use: Use): Promise<void> {
    const { page, program, name, line } = use;
    const trace = this.read(use);
    const problem = staleness(use, trace);
    if (problem) return this.#complain(page, line, name, problem);
    for (const node of this.#nodesFor(program.lines)) {
      const message = await orderOn(use, trace!, node, this.#around);
      if (!message) continue;
      const text = `${message} Run: npm run trace -- --all --only ${page.slug}`;
      if (program.outcomes === null) this.#complain(page, line, name, text);
      else this.#warn(page, line, name, text);
    }
  }

  /** Traces that no page shows any more are told, or removed. */
  tidy(uses: Use[], checking: boolean): void {
    const wanted = new Set(uses.map(({ file }) => file));
    for (const file of listTraceFiles(this.#house.root).filter((name) => !wanted.has(name))) {
      if (checking) this.wrong += 1;
      else rmSync(path.join(this.#house.root, file));
      this.#progress.say(`${file}: no page shows it${checking ? '. Run: npm run trace' : ', so it is removed'}.\n`);
    }
  }

  #nodesFor = (lines: readonly NodeLine[]): NodeBinary[] => this.#nodes.filter(({ line }) => lines.includes(line));

  #complain(page: PageFile, line: number, name: string, message: string): void {
    this.wrong += 1;
    this.#say(page, line, name, message);
  }

  #warn(page: PageFile, line: number, name: string, message: string): void {
    this.warnings += 1;
    this.#say(page, line, name, `Warning: ${message}`);
  }

  #say({ file }: PageFile, line: number, name: string, message: string): void {
    this.#progress.say(`${path.relative(this.#house.cwd, file) || file}:${line}  ${name}\n  ${message}\n`);
  }
}
