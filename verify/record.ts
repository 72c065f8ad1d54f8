import { existsSync, readFileSync } from 'node:fs';
import type { Program } from '../src/fences/extract.ts';
import { formatLedger, readLedger, type Entry, type Ledger, type Run } from '../src/fences/ledger.ts';
import type { NodeLine } from '../src/fences/lines.ts';
import { withLock, writeWhole } from './atomic.ts';

/** A program that passed on all of its lines. */
export interface Passing {
  slug: string;
  program: Program;
  runs: Partial<Record<NodeLine, Run>>;
}

/** What a verify run has to say to the ledger. */
export interface News {
  /** Pages whose programs all passed: their entries are replaced. */
  pages: string[];
  passing: Passing[];
  /** All pages of the bank, on a full run: entries of others are dropped. */
  bank: string[] | null;
  /** Whether fresh counts of a race replace stored ones of the same text. */
  recount: boolean;
}

/** Writes the ledger under its lock, starting from what stands there now; touches nothing when nothing changed. */
export async function recordRuns(file: string, lock: string, news: News): Promise<boolean> {
  return withLock(lock, () => {
    const next = merge(readLedger(file), news);
    const text = formatLedger(next);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
    writeWhole(file, text);
    return true;
  });
}

/** The ledger after a run. Two pages may hold the very same program: the entry then lives as long as one of them. */
function merge(ledger: Ledger, { pages, passing, bank, recount }: News): Ledger {
  const programs: Record<string, Entry> = {};
  for (const [hash, entry] of Object.entries(ledger.programs)) {
    const left = [entry.page, ...(entry.also ?? [])].filter((page) => !pages.includes(page) && (!bank || bank.includes(page)));
    if (left.length > 0) programs[hash] = withPages(entry, left);
  }
  for (const { slug, program, runs } of passing) {
    const before = ledger.programs[program.hash];
    const entry = { page: slug, title: program.title, runs: recount ? runs : keepCounts(runs, before) };
    programs[program.hash] = withPages(entry, [slug, ...pagesOf(programs[program.hash])]);
  }
  return { about: ledger.about, programs };
}

function pagesOf(entry: Entry | undefined): string[] {
  return entry ? [entry.page, ...(entry.also ?? [])] : [];
}

function withPages({ title, runs }: Pick<Entry, 'title' | 'runs'>, pages: string[]): Entry {
  const [page, ...also] = [...new Set(pages)].sort();
  return { page: page!, ...(also.length > 0 ? { also } : {}), title, runs };
}

function keepCounts(runs: Passing['runs'], before: Entry | undefined): Passing['runs'] {
  const kept = Object.entries(runs).map(([line, run]) => {
    const old = before?.runs[Number(line) as NodeLine];
    return [line, run.counts && old?.counts && old.version === run.version ? old : run];
  });
  return Object.fromEntries(kept) as Passing['runs'];
}
