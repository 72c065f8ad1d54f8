import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Program } from '../../../src/fences/extract.ts';
import type { Step, Task } from '../../../src/traces/trace.ts';
import { build, type Built } from '../../../verify/trace/build.ts';
import type { Note, TraceEvent } from '../../../verify/trace/notes.ts';
import { logsOf } from '../../../verify/trace/rules.ts';
import { subjectOf, type Subject } from '../../../verify/trace/subject.ts';

export interface Live extends Built {
  notes: Note[];
  events: TraceEvent[];
  stdout: string;
  code: number;
  subject: Subject;
}

/** A program as a page would hold it. */
export function programOf(code: string, title = 'a.cjs', words: Partial<Program> = {}): Program {
  const none = { files: [], throws: false, lines: [24 as const], needs: [], masks: [], outcomes: null, outputs: [], hash: '' };
  return { kind: 'node', title, code, from: 1, to: 1, variants: [title], ...none, ...words };
}

/** Runs a program with the Node of the tests, recorded or not. */
export async function run(code: string, title = 'a.cjs', recorder = true): Promise<Live> {
  const subject = subjectOf(programOf(code, title), title);
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'trace-test-')));
  const [notesFile, eventsFile] = [path.join(folder, 'notes.json'), path.join(folder, 'events.json')];
  writeFileSync(path.join(folder, title), code);
  const args = [
    '--trace-event-categories',
    'node.environment',
    '--trace-event-file-pattern',
    eventsFile,
    '--require',
    path.resolve('verify/trace/recorder.cjs'),
  ];
  const env = { ...process.env, ...(recorder ? { TRACE_NOTES: notesFile } : {}), NODE_OPTIONS: '' };
  try {
    const { stdout, exit } = await new Promise<{ stdout: string; exit: number }>((resolve) => {
      const child = execFile(process.execPath, [...(recorder ? args : []), title], { cwd: folder, env }, (_, out) =>
        resolve({ stdout: out, exit: child.exitCode ?? -1 }),
      );
    });
    const notes = existsSync(notesFile) ? (JSON.parse(readFileSync(notesFile, 'utf8')) as Note[]) : [];
    const events = existsSync(eventsFile) ? (JSON.parse(readFileSync(eventsFile, 'utf8')) as { traceEvents: TraceEvent[] }).traceEvents : [];
    const { src, esm } = subject;
    const built = recorder ? build({ file: title, src, esm, node: process.versions.node, notes, events }) : { recording: null!, problems: [] };
    return { ...built, notes, events, stdout, code: exit, subject };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The steps in short: `add nextTick`, `run await`, `log text`, `phase timers`. */
export function outline({ recording: { tasks, steps } }: Pick<Built, 'recording'>): string[] {
  return steps.map((step) => {
    if ('t' in step) return `${step.k} ${tasks[step.t]!.api}`;
    if (step.k === 'log') return `log ${step.x}`;
    if (step.k === 'phase') return `phase ${step.p}`;
    return step.k;
  });
}

export const printed = ({ recording }: Pick<Built, 'recording'>): string[] => logsOf(recording.steps);

/** Tasks of the author, not Node's own. */
export const own = ({ recording }: Pick<Built, 'recording'>): Task[] => recording.tasks.filter(({ i }) => !i);

export const stepsOf = <K extends Step['k']>({ recording }: Pick<Built, 'recording'>, kind: K): Extract<Step, { k: K }>[] =>
  recording.steps.filter((step): step is Extract<Step, { k: K }> => step.k === kind);
