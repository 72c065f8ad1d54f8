import type { Task } from './trace.ts';

/** One of the trips to the system that a call such as `readFile` makes: `readFile: open`. */
const TRIP = /^(.*): (\w+)$/;

/** The trips after which Node goes on by itself; after the last one the author's callback runs. */
const MIDDLE = new Set(['open', 'fstat', 'read']);

/** The call and the trip that a task is part of, or null. */
export function tripOf({ q, api }: Task): { call: string; trip: string; last: boolean } | null {
  const [, call, trip] = (q === 'io' && TRIP.exec(api)) || [];
  return call && trip ? { call, trip, last: !MIDDLE.has(trip) } : null;
}

/** Whether a task is the rest of a function that stopped at an `await`, a `for await` or a `yield`. */
export const isPause = ({ api }: Task): boolean => /await|yield/.test(api);

/** Whether it is a step inside a function of the language, such as `Promise.all` or `.finally`, and no callback of the author's. */
const isInside = ({ api, cb }: Task): boolean => api.startsWith('Promise.') || cb === 'internal step';

/** The function that goes on after a pause: `job()`. */
export function pausedIn({ cb = '' }: Task): string {
  const name = cb.replace(/ resumes$/, '');
  return name.endsWith('()') ? name : `the ${name || 'function'}`;
}

/** What a task is called where there is little room: what its callback does, if that is short, else what it belongs to. */
export function labelOf(task: Task): string {
  const { api, cb } = task;
  const trip = tripOf(task);
  if (trip && !trip.last) return `${trip.call}: ${trip.trip}`;
  if (task.pass) return `${api} passes it on`;
  if (!cb || isInside(task)) return api;
  return callbackOf(task, cb);
}

/** The callback that a reaction has for the other end of its promise. */
export const calledOf = (task: Task): string => callbackOf(task, task.cb ?? '');

/** A callback in short: what it does, if that is short, else what it belongs to. */
function callbackOf(task: Task, cb: string): string {
  const trip = tripOf(task);
  const body = /^(?:async )?(?:\w+|\([^)]*\)) => (.+)$/.exec(cb)?.[1];
  if (!body) return cb;
  return body.startsWith('{') ? `${trip?.call ?? task.api} callback` : body.replace(/^console\.(?=\w+\()/, '');
}

/** A task inside a sentence. */
export function nameOf(task: Task): string {
  if (isPause(task)) return pausedIn(task);
  if (isInside(task)) return `a step inside ${task.api}`;
  return task.cb ? labelOf(task) : `the callback of ${task.api}`;
}

/** What a tick that Node queued for itself is called, after “Node’s”; null for one of the author's. Its `api` is Node's function, if that has a name. */
export function ownTickOf({ q, api, cb }: Task): string | null {
  if (q !== 'tick' || cb || /(^|\.)nextTick$/.test(api)) return null;
  if (api === 'TickObject') return 'own job';
  return /^\w+$/.test(api) ? `own job ${api}` : `own job for ${api}`;
}
