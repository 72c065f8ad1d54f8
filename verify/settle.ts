import { readFileSync } from 'node:fs';
import { extractPrograms, FenceError, type Page, type Program } from '../src/fences/extract.ts';
import { writeWhole } from './atomic.ts';
import { keyOf, type Passed } from './cache.ts';
import { wantedOutputs } from './desired.ts';
import { countOutcomes, judge, unseenOutcomes, type Finding, type LineResult } from './judge.ts';
import type { NodeBinary } from './nodes.ts';
import type { PageFile } from './pages.ts';
import type { Passing } from './record.ts';
import type { Placed } from './report.ts';
import { rewritePage, type Wishes } from './rewrite.ts';

/** A program of a page: what happened to it. */
export interface Fate {
  program: Program;
  /** The binaries it was to run on. */
  nodes: NodeBinary[];
  /** Whether it passed before, unchanged, so that it was not run. */
  cached: boolean;
  /** Why it could not run at all. */
  blocked: Finding | null;
  results: LineResult[];
}

/** A page after its last program has ended. */
export interface Settled {
  findings: Placed[];
  passing: Passing[];
  passed: Passed;
  updated: boolean;
}

/**
 * Judges a finished page; with `update`, first makes the page say what was printed.
 *
 * @param shown the page's path, as messages name it
 * @param before what passed earlier
 */
export function settle(page: PageFile, shown: string, fates: Fate[], update: boolean, before: Passed): Settled {
  for (const { results } of fates) results.sort((a, b) => a.line - b.line);
  const rewritten = update ? rewrite(page, fates) : { fresh: null, updated: false, trouble: null };
  const findings: Placed[] = rewritten.trouble ? [{ ...rewritten.trouble, file: shown }] : [];
  const passing: Passing[] = [];
  const passed: Passed = {};
  fates.forEach((fate, index) => {
    const program = rewritten.fresh?.programs[index] ?? fate.program;
    const placed = findingsOf(program, fate).map(({ lines, ...finding }) => ({ ...finding, file: shown, at: program.from, title: program.title, lines }));
    findings.push(...placed);
    if (placed.some(({ kind }) => kind !== 'warning')) return;
    const runs: Passing['runs'] = {};
    for (const node of fate.nodes) {
      const counts = countsOf(program, fate, node, before);
      runs[node.line] = { version: node.version, ...(counts ? { counts } : {}) };
      passed[keyOf(program.hash, node.version)] = counts ?? true;
    }
    passing.push({ slug: page.slug, program, runs });
  });
  return { findings, passing, passed, updated: rewritten.updated };
}

function findingsOf(program: Program, { cached, blocked, results }: Fate): (Finding & Pick<Placed, 'lines'>)[] {
  if (blocked) return [{ ...blocked, lines: [] }];
  const found = results.flatMap((result) => judge(program, result).map((finding) => ({ ...finding, lines: [result.line] })));
  const warnings = cached ? [] : unseenOutcomes(program, results).map((finding) => ({ ...finding, lines: [] }));
  return [...found, ...warnings];
}

function countsOf(program: Program, { program: old, results }: Fate, node: NodeBinary, before: Passed): number[] | undefined {
  if (program.outcomes === null) return undefined;
  const result = results.find(({ line }) => line === node.line);
  const known = before[keyOf(old.hash, node.version)];
  return result ? countOutcomes(program, result) : Array.isArray(known) ? known : undefined;
}

interface Rewritten {
  fresh: Page | null;
  updated: boolean;
  trouble: Omit<Placed, 'file'> | null;
}

/** Writes the page with the outputs it should have, if the result is a right page and nobody edited it meanwhile. */
function rewrite(page: PageFile, fates: Fate[]): Rewritten {
  const wishes: Wishes = new Map();
  for (const { program, results } of fates) {
    const wanted = results.length > 0 ? wantedOutputs(program, results) : null;
    if (wanted) wishes.set(program, wanted);
  }
  const text = rewritePage(page.source, wishes);
  const trouble = (message: string, at: number): Rewritten => ({
    fresh: null,
    updated: false,
    trouble: { kind: 'failure', message, at, title: 'the page', lines: [] },
  });
  try {
    const fresh = extractPrograms(text);
    if (text === page.source) return { fresh, updated: false, trouble: null };
    if (readFileSync(page.file, 'utf8') !== page.source)
      return trouble('The page was edited while its programs ran, so it was not rewritten. Run this again.', 1);
    writeWhole(page.file, text);
    return { fresh, updated: true, trouble: null };
  } catch (error) {
    return trouble(`The page was not updated. ${(error as Error).message}`, error instanceof FenceError ? error.line : 1);
  }
}
