import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ALL_LINES, type NodeLine } from '../fences/lines.ts';
import type { Recording, TraceFile } from './trace.ts';

/** Where the traces are, seen from the project's root. */
const TRACES = 'traces';

/**
 * The file of a trace, seen from the project's root.
 *
 * @param slug the page, as `<segment>/<slug>`
 * @param of the name the program is run under: what `<Trace of="…" />` says
 */
export const traceFileOf = (slug: string, of: string): string => `${TRACES}/${slug}/${of}.json`;

/**
 * Reads a trace.
 *
 * @param file as `traceFileOf` gives it, below the root
 * @returns null when there is none
 * @throws SyntaxError when the file is not JSON (a merge conflict, most often)
 */
export function readTraceFile(root: string, file: string): TraceFile | null {
  let text: string;
  try {
    text = readFileSync(path.join(root, file), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return JSON.parse(text) as TraceFile;
  } catch (error) {
    throw new SyntaxError(`${file} is not valid JSON (${(error as Error).message}). Delete it, then run: npm run trace`);
  }
}

/** What tells an edit by hand: Node alone says what a trace contains. */
export const sumOf = (trace: TraceFile): string => createHash('sha256').update(formatLines(trace)).digest('hex').slice(0, 16);

/** Writes a trace whole or not at all. */
export function writeTraceFile(root: string, file: string, trace: TraceFile): void {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(`${target}.tmp`, formatTraceFile(trace));
  renameSync(`${target}.tmp`, target);
}

/** All trace files, seen from the project's root. */
export const listTraceFiles = (root: string): string[] =>
  globSync(`${TRACES}/**/*.json`, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

/** The recordings for one Node line: several for a race, none when the program does not run there. */
export function recordingsFor(trace: TraceFile, line: NodeLine): Recording[] {
  return Object.entries(trace.lines).find(([lines]) => lines.split(' ').includes(String(line)))?.[1] ?? [];
}

/** The Node lines a trace speaks for, oldest first. */
export const linesOf = (trace: TraceFile): NodeLine[] => ALL_LINES.filter((line) => recordingsFor(trace, line).length > 0);

/** The text of a trace file: a task or a step on each line, so that a difference can be read. */
export function formatTraceFile(trace: TraceFile): string {
  return `{\n  "hash": ${JSON.stringify(trace.hash)},\n  "sum": ${JSON.stringify(sumOf(trace))},\n  "lines": {\n${formatLines(trace)}\n  }\n}\n`;
}

const formatLines = ({ lines }: TraceFile): string =>
  Object.entries(lines)
    .map(([key, list]) => `    ${JSON.stringify(key)}: [\n${list.map(formatRecording).join(',\n')}\n    ]`)
    .join(',\n');

function formatRecording({ tasks, steps, ...rest }: Recording): string {
  const rows = (list: unknown[]) => (list.length === 0 ? '[]' : `[\n${list.map((item) => `          ${JSON.stringify(item)}`).join(',\n')}\n        ]`);
  const head = Object.entries(rest).map(([key, value]) => `        ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `      {\n${[...head, `        "tasks": ${rows(tasks)}`, `        "steps": ${rows(steps)}`].join(',\n')}\n      }`;
}
