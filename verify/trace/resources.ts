import type { Phase, Queue, Task } from '../../src/traces/trace.ts';
import { nameCall } from './names.ts';
import { calledOf, isOwn, topOf, type MadeNote, type RawFrame, type RunNote } from './notes.ts';
import type { Story } from './story.ts';

/** The steps of fs.readFile, by the internal function that takes each result. */
const HOPS: Record<string, string> = { readFileAfterOpen: 'open', readFileAfterStat: 'fstat', readFileAfterRead: 'read', readFileAfterClose: 'close' };

const KINDS: Record<string, string> = { TCPWRAP: 'socket', PIPEWRAP: 'pipe', TCPSERVERWRAP: 'server', FILEHANDLE: 'file handle' };

const QUEUES: Record<string, Queue> = { TickObject: 'tick', Microtask: 'micro', Timeout: 'timer', Immediate: 'immediate' };

/** Bookkeeping without a queue of its own. */
const IDLE = /^(STREAM_END_OF_STREAM|DNSCHANNEL|AsyncLocalStorage|RANDOMBYTESREQUEST\.job)$/;

/** Whether the program itself called one of the functions that queue a callback. */
const isDirect = (frames: RawFrame[]): boolean => isOwn(frames[1]) && /^(nextTick|setTimeout|setInterval|setImmediate|queueMicrotask)$/.test(calledOf(frames));

/** A timer, immediate, tick or microtask is queued, or I/O begins. */
export function onMade(story: Story, note: MadeNote): void {
  if (IDLE.test(note.type) || (!topOf(note.frames) && !story.owned)) return;
  const q = QUEUES[note.type] ?? 'io';
  const at = topOf(note.frames);
  const call = at && nameCall(story.syntax, at);
  const from = at ? undefined : story.current;
  const task = q === 'io' ? ioTask(story, note, from) : callbackTask(story, note, q);
  if (q === 'timer') {
    if (note.ms !== undefined) task.ms = note.ms;
    if (note.repeat) task.every = 1;
  }
  const index = story.addTask(note.id, task, from, task.i ? call : undefined);
  story.step({ k: 'add', t: index }, note.frames);
}

function ioTask(story: Story, { type, frames }: MadeNote, from: number | undefined): Task {
  const at = topOf(frames);
  const api = KINDS[type] ?? type;
  const task: Task = at
    ? { q: 'io', api, l: at[0], ...nameCall(story.syntax, at) }
    : from === undefined
      ? { q: 'io', api }
      : { q: 'io', ...story.originOf(from) };
  if (type === 'FILEHANDLE') task.i = 1;
  return task;
}

function callbackTask(story: Story, { type, frames, name, text }: MadeNote, q: Queue): Task {
  const at = topOf(frames);
  const call = at && nameCall(story.syntax, at);
  if (at && isDirect(frames)) {
    const place = text === undefined ? -1 : story.syntax.src.indexOf(text);
    const fl = call?.fl ?? (place < 0 ? undefined : story.syntax.lineOf(place));
    return { q, api: call?.api ?? type, cb: call?.cb ?? (name || undefined), l: at[0], fl };
  }
  // A timer that Node arms for the program, as timers/promises does, is what the program asked for; a tick of a stream is Node's own.
  if (at && (q === 'timer' || q === 'immediate')) return { q, api: call?.api ?? type, l: at[0] };
  return { q, api: name?.replace(/^bound /, '') || call?.api || type, l: at?.[0], i: 1 };
}

/** Names the step of a file operation that has its result now. */
export function nameHop(task: Task, { hop }: RunNote): void {
  const step = HOPS[hop ?? ''];
  if (task.q === 'io' && step) task.api = `${task.api.replace(/:.*/, '')}: ${step}`;
}

/** The phase in which a callback of this kind runs, as far as its kind tells. */
export const phaseOfKind = ({ q }: Task, { closing }: RunNote): Phase => (q === 'timer' ? 'timers' : q === 'immediate' ? 'check' : closing ? 'close' : 'poll');
