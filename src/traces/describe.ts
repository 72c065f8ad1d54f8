import { calledOf, isPause, nameOf, ownTickOf, pausedIn, tripOf } from './names.ts';
import { sayOwn } from './own.ts';
import type { Phase, Step, Task, Trace } from './trace.ts';

/** Of a printed text, in characters: the longest of the bank is much shorter. */
const LONGEST = 160;

const PHASES = { timers: 'timers', poll: 'poll', check: 'check', close: 'close callbacks' };

/** A sentence for each step at which a reader can stop. */
export function sentencesOf(trace: Pick<Trace, 'tasks' | 'steps'>): string[] {
  let phase: Phase | undefined;
  return trace.steps.flatMap((step) => {
    if (step.k === 'phase') phase = step.p;
    return step.k === 'end' ? [] : [describe(step, trace, phase)];
  });
}

/**
 * One sentence for a step: what is read without the player, and its caption.
 *
 * @param phase where the loop is
 * @returns '' for the end of a callback, which is no step of its own for a reader
 */
export function describe(step: Step, { tasks }: Pick<Trace, 'tasks'>, phase?: Phase): string {
  const task = 't' in step ? tasks[step.t] : undefined;
  const line = 'l' in step && step.l ? `Line ${step.l}: ` : '';
  const sentence = task?.i ? sayOwn(step, task.q, task.api) : task ? about(step, task, line !== '', phase) : alone(step);
  return line ? line + sentence : sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** A step that belongs to no task. */
function alone(step: Step): string {
  switch (step.k) {
    case 'start':
      return step.job
        ? 'Node runs the module from top to bottom. Its body is itself a microtask, so promise callbacks will come before nextTick.'
        : 'Node runs the script from top to bottom. Nothing that is queued can run until it ends.';
    case 'phase': {
      const phase = `the ${PHASES[step.p]} phase (turn ${step.n}).`;
      return step.ms ? `The loop sleeps about ${step.ms} ms, then enters ${phase}` : `The loop enters ${phase}`;
    }
    case 'log':
      return step.x ? `prints “${onOneLine(step.x)}”.` : 'prints an empty line.';
    case 'throw':
      return step.o === 'unhandledRejection' ? `nobody handled the rejection: “${step.x}”.` : `nobody caught the error: “${step.x}”.`;
    case 'exit':
      if (step.l) return `process.exit() ends the process with exit code ${step.c}, whatever still waits.`;
      return step.c ? `the process ends with exit code ${step.c}.` : 'nothing keeps the loop alive any more. The process ends with exit code 0.';
    default:
      return '';
  }
}

/** A step of a task that the author made. @param told whether the sentence begins with a line */
function about(step: Step, task: Task, told: boolean, phase?: Phase): string {
  switch (step.k) {
    case 'add':
      return step.by === 'again' ? `the interval is armed again for ${task.ms} ms.` : step.by === 'settle' ? settled(task) : added(task, told);
    case 'wait':
      return isPause(task)
        ? `${task.api} pauses ${pausedIn(task)}. Its promise is still pending, so nothing is queued yet.`
        : `${task.api} ${task.pass && !task.cb ? 'is called' : `registers ${task.pass ? calledOf(task) : nameOf(task)}`} on a promise that is still pending. Nothing is queued yet.`;
    case 'run':
      return task.q === 'io' && phase === 'close' ? `the handle of ${task.api} is closed: its close callback runs.` : runs(task);
    case 'drop':
      return `the ${task.q === 'immediate' ? 'immediate' : 'timer'} is cancelled.`;
    default:
      return '';
  }
}

const settled = (task: Task): string => `the promise settles, so ${task.pass ? task.api : nameOf(task)} joins the microtask queue.`;

/** What is printed, as a sentence can hold it: the console shows it as it was. */
const onOneLine = (text: string): string => {
  const line = text.replaceAll('\n', ' ↵ ');
  return line.length > LONGEST ? `${[...line].slice(0, LONGEST).join('')}…` : line;
};

function added(task: Task, told: boolean): string {
  const { q, api, ms } = task;
  const who = told ? api : 'Node';
  const tick = ownTickOf(task);
  if (tick) return `Node puts its ${tick} in the nextTick queue.`;
  const what = told ? 'its callback' : nameOf(task);
  if (q === 'timer') return `${who} arms ${api === 'setInterval' ? 'an interval of' : 'a timer for'} ${ms} ms.`;
  if (q === 'immediate') return `${who} queues ${what} for the check phase.`;
  if (q === 'tick') return `${who} puts ${what} in the nextTick queue.`;
  if (q === 'io') return handedOver(task, told);
  if (api === 'adopt') {
    return task.cb?.startsWith('resolve')
      ? 'the inner promise has its value already: passing it on takes one more microtask.'
      : task.cb?.startsWith('thenable')
        ? 'a promise was resolved with an object that has a method then(). Calling it takes a microtask of its own.'
        : 'a promise was resolved with another promise. Adopting it takes a microtask of its own.';
  }
  if (isPause(task)) return `${api} pauses ${pausedIn(task)}. The rest of it is queued as a microtask.`;
  return api === 'queueMicrotask'
    ? `${api} puts its callback in the microtask queue.`
    : `the promise is already settled, so ${api} ${task.pass ? 'is queued' : `queues ${nameOf(task)}`} as a microtask.`;
}

function handedOver(task: Task, told: boolean): string {
  const trip = tripOf(task);
  if (told) return `${trip ? `${trip.call} hands its first step (${trip.trip})` : `${task.api} hands its work`} to the system and returns at once.`;
  return trip ? `the next step of ${trip.call}, ${trip.trip}, goes to the thread pool.` : `the next piece of work of ${task.api} goes to the system.`;
}

function runs(task: Task): string {
  const { q, api, cb } = task;
  switch (q) {
    case 'tick': {
      const own = ownTickOf(task);
      return `from the nextTick queue: ${own ? `Node’s ${own}` : nameOf(task)} runs.`;
    }
    case 'micro':
      if (task.pass) return `from the microtask queue: ${api} has no callback for this, so it passes the ${task.pass} on${cb ? `; ${calledOf(task)} is not called` : ''}.`;
      if (api === 'adopt') {
        if (cb?.startsWith('thenable')) return 'from the microtask queue: then() of that object is called.';
        return `from the microtask queue: ${cb?.startsWith('inner') ? '.then() is called on the inner promise' : 'the inner value settles the outer promise'}.`;
      }
      return `from the microtask queue: ${nameOf(task)} ${isPause(task) ? 'resumes' : 'runs'}.`;
    case 'timer':
      return `a timer is due: ${nameOf(task)} runs.`;
    case 'immediate':
      return `from the check queue: ${nameOf(task)} runs.`;
    case 'io': {
      const trip = tripOf(task);
      if (trip && !trip.last) return `the ${trip.trip} step of ${trip.call} is done: Node’s own callback runs.`;
      return `the result of ${trip?.call ?? api} is there: its callback runs.`;
    }
  }
}
