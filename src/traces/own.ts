import type { Queue, Step } from './trace.ts';

/** What each queue is called in a sentence. */
const QUEUES: Record<Queue, string> = {
  tick: 'the nextTick queue',
  micro: 'the microtask queue',
  timer: 'the timers',
  io: 'I/O in progress',
  immediate: 'the check queue',
};

/** What is needed of a recording to fold Node's own jobs. */
interface Folding {
  tasks: readonly { i?: 1 }[];
  steps: readonly Step[];
}

/** Whether a step belongs to a job of Node's own, in which nothing of the author's runs. */
export const isOwn = (step: Step, tasks: Folding['tasks']): boolean => 't' in step && tasks[step.t]!.i === 1;

/** What happened to the author's own tasks: the same recording without Node's jobs. */
export function foldOwn<R extends Folding>(recording: R): R {
  const { tasks, steps } = recording;
  const kept = tasks.filter(({ i }) => !i);
  const told = steps.filter((step) => !isOwn(step, tasks));
  return { ...recording, tasks: kept, steps: told.map((step) => ('t' in step ? { ...step, t: kept.indexOf(tasks[step.t]!) } : step)) };
}

/**
 * The sentence for a step of a job of Node's own.
 *
 * @param api what Node calls it
 */
export function sayOwn(step: Step, q: Queue, api: string): string {
  const job = `Node’s own job ${/^(Node internals|adopt)$/.test(api) ? '' : `${api} `}`;
  if (step.k === 'run') return `${job}runs.`;
  if (step.k === 'wait') return `${job}waits for a promise.`;
  return step.k === 'add' ? `${job}joins ${QUEUES[q]}.` : '';
}
