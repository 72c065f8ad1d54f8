import type { Frame, Phase, Queue, Step, Task } from './trace.ts';

/** Where a task may wait; `wait` is on a promise that is still pending, which is no queue. */
export type Place = Queue | 'wait';

/** In the order in which they are shown. */
export const PLACES: readonly Place[] = ['tick', 'micro', 'timer', 'io', 'immediate', 'wait'];

/** Whose turn it is: what a colour stands for. `idle` is the loop itself, between phases. */
export type Turn = 'main' | Queue | 'close' | 'idle';

/** What a reader sees at one step. */
export interface State {
  /** The step that led here, as an index of the recording's steps. */
  at: number;
  step: Step;
  /** Tasks by where they wait, the first in line first. */
  places: Record<Place, number[]>;
  /** What runs, outermost first: the main script, or tasks. */
  stack: (number | 'main')[];
  /** Calls inside what runs. */
  frames: Frame[];
  phase: Phase | null;
  /** The loop's turn, 0 before the first. */
  turn: number;
  /** The line to light up, 0 for none. */
  line: number;
  /** How many lines have been printed. */
  printed: number;
  who: Turn;
}

/** What a replay needs to know of a recording. */
export interface Replayable {
  tasks: Pick<Task, 'q' | 'l' | 'fl'>[];
  steps: Step[];
}

/** One for all, so that a reader of states sees at once that nothing changed. */
const NONE: Frame[] = [];

const PHASE_TURN: Record<Phase, Turn> = { timers: 'timer', poll: 'io', check: 'immediate', close: 'close' };

/**
 * Every state a reader can stop at, in order. Pure: to go back is to look at an earlier one.
 */
export function replay({ tasks, steps }: Replayable): State[] {
  const states: State[] = [];
  let now: State = {
    at: 0,
    step: { k: 'start' },
    places: { tick: [], micro: [], timer: [], io: [], immediate: [], wait: [] },
    stack: ['main'],
    frames: NONE,
    phase: null,
    turn: 0,
    line: 0,
    printed: 0,
    who: 'main',
  };
  steps.forEach((step, at) => {
    now = follow(now, step, at, tasks);
    if (step.k !== 'end') states.push(now);
  });
  return states;
}

/** The state after one more step. */
function follow(now: State, step: Step, at: number, tasks: Replayable['tasks']): State {
  const next: State = { ...now, at, step, frames: 's' in step && step.s ? step.s.slice(1) : NONE, line: ('l' in step && step.l) || 0 };
  const task = 't' in step ? tasks[step.t]! : null;
  const leave = (place: Place): void => {
    if ('t' in step) next.places = { ...next.places, [place]: next.places[place].filter((t) => t !== step.t) };
  };
  const enter = (place: Place): void => {
    if ('t' in step) next.places = { ...next.places, [place]: [...next.places[place].filter((t) => t !== step.t), step.t] };
  };
  // The script has ended when anything else begins.
  if ((step.k === 'run' || step.k === 'phase' || step.k === 'exit') && now.stack[0] === 'main') next.stack = now.stack.slice(1);
  switch (step.k) {
    case 'add':
      leave('wait');
      enter(task!.q);
      break;
    case 'wait':
      enter('wait');
      break;
    case 'run':
      leave(task!.q);
      next.stack = [...next.stack, step.t];
      next.line = task!.fl ?? task!.l ?? 0;
      break;
    case 'drop':
      leave(task!.q);
      break;
    case 'end':
      next.stack = now.stack.filter((t) => t !== step.t);
      break;
    case 'phase':
      next.phase = step.p;
      next.turn = step.n;
      break;
    case 'log':
      next.printed = now.printed + 1;
      break;
    case 'exit':
      next.phase = null;
      break;
  }
  const top = next.stack.at(-1);
  next.who = top === 'main' ? 'main' : top !== undefined ? tasks[top]!.q : next.phase ? PHASE_TURN[next.phase] : 'idle';
  return next;
}
