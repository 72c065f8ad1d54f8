import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { normalise } from '../../src/fences/mask.ts';
import type { NodeBinary } from '../nodes.ts';
import { runOnce, type Printed, type Surroundings } from '../run.ts';
import type { Sandbox } from '../sandbox.ts';
import { build, type Built } from './build.ts';
import type { Note, TraceEvent } from './notes.ts';
import { Refused } from './refuse.ts';
import { logsOf, printedAs } from './rules.ts';
import type { Subject } from './subject.ts';

const RECORDER = path.join(import.meta.dirname, 'recorder.cjs');

/** More steps than this are no explanation. The study's longest has 106. */
const MOST_STEPS = 260;

/** More characters than this leave no room for the rest of the player. The longest output of the bank has 121. */
const MOST_PRINTED = 1000;

/** One recorded run: what it printed, and its trace. */
export interface Recorded extends Built {
  printed: Printed;
}

/** Runs a program plainly, as a reader would. */
export const runPlain = ({ program, name }: Subject, node: NodeBinary, around: Surroundings): Promise<Printed> => runOnce(program, name, node, around);

/**
 * Runs a program under the recorder.
 *
 * @throws Refused when it ended without notes, or makes too many steps
 */
export async function recordOnce(subject: Subject, node: NodeBinary, around: Surroundings): Promise<Recorded> {
  const { program, name, src, esm } = subject;
  let notes: Note[] | null = null;
  let events: TraceEvent[] = [];
  const notesOf = (sandbox: Sandbox) => path.join(sandbox.root, 'notes.json');
  const eventsOf = (sandbox: Sandbox) => path.join(sandbox.root, 'events.json');
  const onlooker = {
    args: (sandbox: Sandbox) => [
      '--trace-event-categories',
      'node.environment',
      '--trace-event-file-pattern',
      eventsOf(sandbox),
      // Not --import: it changes the order of what it looks at.
      '--require',
      RECORDER,
    ],
    env: (sandbox: Sandbox) => ({ TRACE_NOTES: notesOf(sandbox) }),
    collect: (sandbox: Sandbox) => {
      if (existsSync(notesOf(sandbox))) notes = maskTexts(JSON.parse(readFileSync(notesOf(sandbox), 'utf8')) as Note[], subject, sandbox);
      if (existsSync(eventsOf(sandbox))) events = (JSON.parse(readFileSync(eventsOf(sandbox), 'utf8')) as { traceEvents: TraceEvent[] }).traceEvents;
    },
  };
  const printed = await runOnce(program, name, node, { ...around, onlooker });
  if (printed.limit) throw new Refused(printed.limit);
  if (!notes) throw new Refused(`It was ended by ${printed.signal ?? `exit code ${printed.code}`} before it could be noted down. Let it end by itself.`);
  if (printed.output.length > MOST_PRINTED)
    throw new Refused(`It prints ${printed.output.length} characters; nobody follows more than ${MOST_PRINTED} step by step. Print the point, not everything.`);
  const built = build({ file: name, src, esm, node: node.version, notes, events });
  const { steps } = built.recording;
  if (steps.length > MOST_STEPS) throw new Refused(`It makes ${steps.length} steps; nobody follows more than ${MOST_STEPS}. Let it do less.`);
  if (!printedAs(logsOf(steps), printed.output, printed.code !== 0))
    built.problems.push(
      'What the steps print is not what the program printed. Print with console.log, info, debug, warn or error, and without console.group or console.dir.',
    );
  return { ...built, printed };
}

/** What a mask replaces on the page is replaced in the trace as well. */
function maskTexts(notes: Note[], { program }: Subject, sandbox: Sandbox): Note[] {
  return notes.map((note) => (note.k === 'log' || note.k === 'throw' ? { ...note, text: normalise(note.text, program.masks, sandbox.folder) } : note));
}
