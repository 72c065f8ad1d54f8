import type { Recording, Step } from '../../src/traces/trace.ts';
import { placeAdoptions } from './adoptions.ts';
import { beginOf, phaseMeter, type Note, type RunNote, type TraceEvent } from './notes.ts';
import { Promises } from './promises.ts';
import { nameHop, onMade, phaseOfKind } from './resources.ts';
import { brokenRules } from './rules.ts';
import { Story } from './story.ts';
import { parseProgram } from './syntax.ts';

/** One recorded run, raw. */
export interface Raw {
  file: string;
  /** The program's text as it ran, without types. */
  src: string;
  esm: boolean;
  /** The exact release. */
  node: string;
  notes: Note[];
  events: TraceEvent[];
}

/** A recording, and which rules of the loop it breaks (a mistake of the recorder, then: it must not be published). */
export interface Built {
  recording: Recording;
  problems: string[];
}

/** Turns the notes of one run into a trace. Everything in it comes from what Node did; the program's text only names things. */
export function build({ file, src, esm, node, notes, events }: Raw): Built {
  const story = new Story(parseProgram(src, esm));
  const promises = new Promises(story, notes);
  const { first, inJob } = beginOf(notes);
  for (const note of notes.slice(0, first)) if (note.k === 'settled') promises.onSettledBefore(note.id);
  story.step(inJob ? { k: 'start', job: 1 } : { k: 'start' });
  const onRun = makeRunner(story, promises, notes, events);
  for (const note of notes.slice(first)) tell(note, story, promises, onRun);
  placeAdoptions(story, promises);
  unfold(story);
  renumberTurns(story.steps);
  // Through JSON, so that nothing is there and undefined.
  const recording = JSON.parse(JSON.stringify({ file, ...(esm ? { esm: 1 } : {}), node, tasks: story.tasks, steps: story.steps })) as Recording;
  return { recording, problems: [...story.problems, ...brokenRules(recording)] };
}

function tell(note: Note, story: Story, promises: Promises, onRun: (note: RunNote) => void): void {
  switch (note.k) {
    case 'made':
      return onMade(story, note);
    case 'promise':
      return promises.onMade(note);
    case 'settled':
      return promises.onSettled(note.id, note.frames);
    case 'run':
      return onRun(note);
    case 'ran':
      return onRan(story);
    case 'log': {
      const l = story.current === undefined ? undefined : story.tasks[story.current]!.l;
      const { method: m, text: x } = note;
      story.step({ k: 'log', x, ...(m === 'log' ? {} : { m }), ...(l ? { l } : {}) }, note.frames);
      return;
    }
    case 'clear': {
      const task = story.taskOf.get(note.id);
      if (typeof task === 'number') story.step({ k: 'drop', t: task }, note.frames);
      return;
    }
    case 'throw':
      story.step({ k: 'throw', x: note.text, o: note.origin });
      return;
    case 'exit':
      story.step({ k: 'exit', c: note.code }, note.frames);
  }
}

/** Tells of callbacks that start, and of the phases they start in. */
function makeRunner(story: Story, promises: Promises, notes: Note[], events: TraceEvent[]): (note: RunNote) => void {
  const measure = phaseMeter(events);
  const madeAt = new Map<number, number>();
  notes.forEach((note, index) => (note.k === 'made' || note.k === 'promise') && !madeAt.has(note.id) && madeAt.set(note.id, index));
  const position = new Map<Note, number>(notes.map((note, index) => [note, index]));
  let phase = '';
  let idle = 0;
  return (note) => {
    if ((madeAt.get(note.id) ?? 0) > position.get(note)!) story.problems.push(`Number ${note.id} ran before it was made.`);
    const index = note.id < 0 ? promises.onRun(note.id, note.rejected === 1) : (story.taskOf.get(note.id) ?? null);
    if (index === null) {
      story.running.push(null);
      return;
    }
    const task = story.tasks[index]!;
    // After an error that was caught at the last moment, ticks that were left over run where the loop happens to be.
    if (story.running.length === 0 && task.q === 'tick' && note.loop && story.steps.some(({ k }) => k === 'throw')) {
      const p = measure(note, 'poll');
      if (`${p} ${note.loop}` !== phase) story.step({ k: 'phase', p, n: note.loop });
      phase = `${p} ${note.loop}`;
    }
    if (story.running.length === 0 && task.q !== 'tick' && task.q !== 'micro') {
      const p = measure(note, phaseOfKind(task, note));
      const slept = Math.round((note.idle ?? 0) - idle);
      if (`${p} ${note.loop}` !== phase) story.step({ k: 'phase', p, n: note.loop ?? 0, ...(slept > 0 ? { ms: slept } : {}) });
      phase = `${p} ${note.loop}`;
      idle = note.idle ?? 0;
      nameHop(task, note);
    }
    story.running.push(index);
    story.step({ k: 'run', t: index });
  };
}

function onRan(story: Story): void {
  // Nothing is running when the job in which an ES module's body ran ends.
  const index = story.running.pop();
  if (index === undefined || index === null) return;
  story.step({ k: 'end', t: index });
  const dropped = story.steps.some((step) => step.k === 'drop' && step.t === index);
  if (story.tasks[index]!.every && !dropped) story.step({ k: 'add', t: index, by: 'again' });
}

/** A job of Node's own in which something of the program's happens is not Node's own. */
function unfold({ tasks, steps }: Story): void {
  const open: number[] = [];
  const isLoud = (step: Step) =>
    step.k === 'log' ||
    step.k === 'throw' ||
    ((step.k === 'wait' || (step.k === 'add' && !step.by)) && step.l !== undefined && !tasks[step.t]!.i && tasks[step.t]!.api !== 'adopt');
  for (const step of steps) {
    if (step.k === 'run') open.push(step.t);
    else if (step.k === 'end') open.pop();
    else if (isLoud(step)) for (const task of open) delete tasks[task]!.i;
  }
}

/** Turns without any callback (the loop woke too early for a timer) differ from run to run: only the others are numbered. */
function renumberTurns(steps: Step[]): void {
  const turns = [...new Set(steps.flatMap((step) => (step.k === 'phase' ? [step.n] : [])))].sort((a, b) => a - b);
  for (const step of steps) if (step.k === 'phase') step.n = turns.indexOf(step.n) + 1;
}
