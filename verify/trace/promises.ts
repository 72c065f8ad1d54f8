import type { Step, Task } from '../../src/traces/trace.ts';
import { handlerOf, nameCall, nameReaction, nameResume } from './names.ts';
import { byNode, calledOf, isOwn, topOf, type Note, type OwnFrame, type PromiseNote, type RawFrame } from './notes.ts';
import type { Story } from './story.ts';
import type { Tree } from './syntax.ts';

/** A job that settles one promise with another: no hook says when it was queued. */
export interface Adoption {
  task: number;
  promise: number;
}

/** Where a promise of the program was made. */
interface Birth {
  /** The step before. */
  step: Step | undefined;
  frame: OwnFrame | undefined;
  byNode: boolean;
}

/** The engine itself, not a call of .then(), made this promise. */
const bySuspending = (frames: RawFrame[]): boolean => isOwn(frames[0]);

/** `await value` makes a promise around the value first. It is no reaction: nothing of it ever waits in a queue. */
function findWrappers(notes: Note[]): Set<number> {
  const wrappers = new Set<number>();
  notes.forEach((note, index) => {
    if (note.k !== 'promise' || !note.parent) return;
    const [next, second] = [notes[index + 1], notes[index + 2]];
    const settledAtOnce = next?.k === 'settled' && next.id === note.id && second?.k === 'promise' && second.parent === note.id;
    const aroundThenable =
      next?.k === 'promise' && next.parent === note.id && bySuspending(note.frames) && JSON.stringify(next.frames[0]) === JSON.stringify(note.frames[0]);
    if (settledAtOnce || aroundThenable) wrappers.add(note.id);
  });
  return wrappers;
}

/** Follows promises: which reaction is parked on which promise, and when it enters the microtask queue. */
export class Promises {
  readonly births = new Map<number, Birth>();
  readonly adoptions: Adoption[] = [];
  /** The function that an await's task resumes; undefined for the module itself. */
  readonly resumes = new Map<number, Tree | undefined>();
  readonly #story: Story;
  readonly #wrappers: Set<number>;
  readonly #settled = new Set<number>();
  readonly #started = new Set<number>();
  /** Where the program called .then() and its like, by task. */
  readonly #calls = new Map<number, OwnFrame>();
  /** Reactions waiting on a pending promise. */
  readonly #parked = new Map<number, number[]>();

  constructor(story: Story, notes: Note[]) {
    this.#story = story;
    this.#wrappers = findWrappers(notes);
  }

  /** Remembers a promise from before the program's first line: the loader's. */
  onSettledBefore(id: number): void {
    this.#settled.add(id);
  }

  onMade({ id, parent, frames, derived }: PromiseNote): void {
    const story = this.#story;
    const at = topOf(frames);
    if (derived && at) {
      const problem = `Line ${at[0]} makes a promise of a class that extends Promise, whose reactions V8 does not tell from others. Use a plain promise.`;
      if (!story.problems.includes(problem)) story.problems.push(problem);
    }
    const own = at !== undefined || story.owned;
    if (own) this.births.set(id, { step: story.steps.at(-1), frame: at, byNode: !at || byNode(frames) });
    if (!parent || this.#wrappers.has(id)) return;
    const queued = this.#settled.has(parent);
    if (!queued) this.#parked.set(parent, [...(this.#parked.get(parent) ?? []), id]);
    if (!own) {
      story.taskOf.set(id, null);
      return;
    }
    const current = story.current;
    const task = story.addTask(id, this.#nameTask(frames, current), at ? undefined : current, at && byNode(frames) ? nameCall(story.syntax, at) : undefined);
    if (at && !byNode(frames) && !bySuspending(frames)) this.#calls.set(task, at);
    if (at && bySuspending(frames)) this.resumes.set(task, story.syntax.enclosing(story.syntax.offset(at)));
    story.step({ k: queued ? 'add' : 'wait', t: task }, frames);
  }

  #nameTask(frames: RawFrame[], current: number | undefined): Task {
    const { syntax, tasks } = this.#story;
    const at = topOf(frames);
    if (at && !byNode(frames)) return { q: 'micro', l: at[0], ...(bySuspending(frames) ? nameResume(syntax, at) : nameReaction(syntax, at, calledOf(frames))) };
    const inside = current === undefined ? undefined : tasks[current]!;
    const l = at?.[0] ?? inside?.l;
    if (byNode(frames) || !inside) return { q: 'micro', api: 'Node internals', l, i: 1 };
    const cb = inside.api === 'adopt' ? 'resolve(outer)' : 'internal step';
    return { q: 'micro', api: inside.api, cb, l, ...(inside.i || inside.q !== 'micro' ? { i: 1 } : {}) };
  }

  /** A promise settles: what waits on it enters the microtask queue. */
  onSettled(id: number, frames: RawFrame[]): void {
    this.#settled.add(id);
    for (const reaction of this.#parked.get(id) ?? []) {
      const task = this.#story.taskOf.get(reaction);
      const line = topOf(frames)?.[0];
      if (typeof task === 'number') this.#story.step({ k: 'add', t: task, by: 'settle', ...(line ? { l: line } : {}) });
    }
    this.#parked.delete(id);
  }

  /**
   * A promise job starts.
   *
   * @param rejected whether the promise it reacts to was rejected
   * @returns its task, or null when it is not the program's
   */
  onRun(id: number, rejected = false): number | null {
    const known = this.#story.taskOf.get(id);
    if (known !== undefined && !this.#started.has(id)) {
      this.#started.add(id);
      if (known !== null) this.#chooseHandler(known, rejected);
      return known;
    }
    // No reaction, or one that has run already: the job that calls then() of the promise it was resolved with.
    const birth = this.births.get(id);
    if (!birth) return null;
    const of = typeof known === 'number' ? this.#story.tasks[known] : undefined;
    const isInner = of ? of.i : birth.byNode;
    const l = of?.l ?? birth.frame?.[0];
    const task = this.#story.addTask(undefined, { q: 'micro', api: 'adopt', cb: 'inner.then(resolve)', l, ...(isInner ? { i: 1 } : {}) }, known ?? undefined);
    this.adoptions.push({ task, promise: id });
    return task;
  }

  /** Tells which of its handlers a reaction calls; with none for this end, it only passes the end on. */
  #chooseHandler(index: number, rejected: boolean): void {
    const task = this.#story.tasks[index]!;
    const at = this.#calls.get(index);
    const handler = at && handlerOf(this.#story.syntax, at, rejected);
    if (handler === null) {
      task.pass = rejected ? 'rejection' : 'value';
      delete task.fl;
    } else if (handler) {
      delete task.fl;
      Object.assign(task, handler);
    }
  }
}
