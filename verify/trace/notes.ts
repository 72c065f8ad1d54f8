import type { Phase } from '../../src/traces/trace.ts';

/** A place in the program: line and column, both 1-based. */
export type OwnFrame = [line: number, column: number];

/** A function that is not the program's: Node's file (`''` for V8's builtins) and its name. */
export type ForeignFrame = [file: string, name: string];

/** A frame of a call stack. */
export type RawFrame = OwnFrame | ForeignFrame;

/** A resource: a queue entry, a timer, or I/O begun. Resources have positive numbers, promises negative ones. */
export interface MadeNote {
  k: 'made';
  id: number;
  /** What async_hooks calls it: `TickObject`, `Timeout`, `FSREQCALLBACK`. */
  type: string;
  frames: RawFrame[];
  /** Name and text of its callback. */
  name?: string;
  text?: string;
  ms?: number;
  repeat?: 1;
}

/** A promise was made. */
export interface PromiseNote {
  k: 'promise';
  id: number;
  /** The promise it reacts to, or 0. */
  parent: number;
  frames: RawFrame[];
  /** It is of a class that extends Promise, and the program made it. */
  derived?: 1;
}

/** A callback or reaction starts. Times and turns only for resources. */
export interface RunNote {
  k: 'run';
  id: number;
  /** Microseconds, on the clock of Node's trace events. */
  at?: number;
  loop?: number;
  /** How long the loop has slept so far, in milliseconds. */
  idle?: number;
  /** The internal function that takes the result, which names the step of `fs.readFile`. */
  hop?: string;
  /** A handle's close callback. */
  closing?: 1;
  /** Of a reaction: the promise it reacts to was rejected. */
  rejected?: 1;
}

/** What the recorder writes, in the order in which it happened. */
export type Note =
  | MadeNote
  | PromiseNote
  | RunNote
  | { k: 'ran'; id: number }
  | { k: 'settled'; id: number; frames: RawFrame[] }
  | { k: 'log'; method: string; text: string; frames: RawFrame[] }
  | { k: 'clear'; id: number; frames: RawFrame[] }
  | { k: 'throw'; origin: string; text: string }
  /** Frames: where the program called process.exit(). */
  | { k: 'exit'; code: number; frames: RawFrame[] };

/** One of Node's own trace events, of the category `node.environment`. */
export interface TraceEvent {
  ph: string;
  name: string;
  ts: number;
  dur: number;
}

/** Whether a frame is the program's. */
export const isOwn = (frame: RawFrame | undefined): frame is OwnFrame => typeof frame?.[0] === 'number';

/** The innermost frame of the program. */
export const topOf = (frames: RawFrame[]): OwnFrame | undefined => frames.find(isOwn);

/** The function that the program called, when it is not the program's. */
export const calledOf = ([called]: RawFrame[]): string => (isOwn(called) ? '' : (called?.[1] ?? ''));

/** Whether Node's own JavaScript made something, rather than the program or the engine. */
export const byNode = (frames: RawFrame[]): boolean => typeof frames[0]?.[0] === 'string' && frames[0][0].startsWith('node:');

/** Where the main script begins: the first note with a frame of the program, and whether that is inside a promise job (an ES module). */
export function beginOf(notes: Note[]): { first: number; inJob: boolean } {
  const found = notes.findIndex((note) => 'frames' in note && note.frames.some(isOwn));
  const first = found < 0 ? notes.findIndex(({ k }) => k === 'exit') : found;
  let depth = 0;
  for (const note of notes.slice(0, first)) if ((note.k === 'run' || note.k === 'ran') && note.id < 0) depth += note.k === 'run' ? 1 : -1;
  return { first, inJob: depth > 0 };
}

/**
 * Says in which phase a callback ran, as Node's trace events measured it: a run inside `RunTimers` is timers, inside `CheckImmediate`
 * check. Each turn has one `CheckImmediate`, so outside both it is poll before the one of its own turn, and close after it. Without
 * events the kind of the callback decides.
 */
export function phaseMeter(events: TraceEvent[]): (run: RunNote, guess: Phase) => Phase {
  const spans = events.filter(({ ph, name }) => ph === 'X' && (name === 'RunTimers' || name === 'CheckImmediate'));
  // The two clocks are one, but each rounds to microseconds in its own way.
  const within = (at: number, wanted: string) => spans.some(({ name, ts, dur }) => name === wanted && at >= ts - 1 && at <= ts + dur + 1);
  return ({ at, loop = 0 }, guess) => {
    if (spans.length === 0 || at === undefined) return guess;
    if (within(at, 'RunTimers')) return 'timers';
    if (within(at, 'CheckImmediate')) return 'check';
    // An event is written when it ends: in the last phase of a process that ends inside it, the kind decides.
    const own = guess === 'timers' ? 'RunTimers' : guess === 'check' ? 'CheckImmediate' : '';
    if (own && spans.every(({ name, ts }) => name !== own || ts < at)) return guess;
    const checks = spans.filter(({ name, ts, dur }) => name === 'CheckImmediate' && ts + dur < at).length;
    return checks >= loop ? 'close' : 'poll';
  };
}
