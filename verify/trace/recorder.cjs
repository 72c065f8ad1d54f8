// @ts-check
'use strict';
// A preload that only watches a program: it adds no callback to any queue, and writes its notes (notes.ts) once, after 'exit'.
//
//   TRACE_NOTES=notes.json node --require ./recorder.cjs program.cjs
//
// Never --import: Node would start a CommonJS program through the loader of ES modules, and then promises run before nextTick.
const { createHook, executionAsyncResource } = require('node:async_hooks');
const { performance } = require('node:perf_hooks');
const { format, inspect } = require('node:util');
const { promiseHooks } = require('node:v8');
const { stack } = require('./call-sites.cjs');
const { watchCancelling, watchConsole, watchEnd } = require('./watchers.cjs');

/** @typedef {import('./notes.ts').Note} Note */

const target = process.env['TRACE_NOTES'];
delete process.env['TRACE_NOTES']; // processes that the program starts are not recorded
/** @type {Note[]} */
const notes = [];

// Timers, immediates, ticks, microtasks, I/O ----------------------------------------------------------------------------------------

/** @type {WeakMap<object, number>} */
const ids = new WeakMap();
/** @type {Set<number>} */
const known = new Set();

/** @param {any} resource @param {string} type */
function about(resource, type) {
  const callback = resource._onTimeout ?? resource._onImmediate ?? resource.callback;
  const text = typeof callback === 'function' ? Function.prototype.toString.call(callback) : '';
  return {
    ...(typeof callback === 'function' ? { name: callback.name } : {}),
    ...(text && text.length < 4000 ? { text } : {}),
    ...(type === 'Timeout' ? { ms: resource._idleTimeout } : {}),
    ...(type === 'Timeout' && resource._repeat ? { repeat: /** @type {const} */ (1) } : {}),
  };
}

/** @param {number} id @param {string} type @param {number} _ @param {object} resource */
function onResource(id, type, _, resource) {
  if (type === 'PROMISE') return;
  const { frames, inConsole } = stack(onResource);
  if (inConsole) return; // console.log makes ticks and write requests of its own
  known.add(id);
  ids.set(resource, id);
  notes.push({ k: 'made', id, type, frames, ...about(resource, type) });
}

/** @param {object} resource */
const isClosing = (resource) => Object.getOwnPropertySymbols(resource).some((symbol) => symbol.description === 'handle_onclose');

/** @param {number} id */
function onBefore(id) {
  if (!known.has(id)) return;
  const at = now();
  /** @type {any} */
  const resource = executionAsyncResource();
  const { idleTime, uvMetricsInfo } = /** @type {any} */ (performance.nodeTiming);
  const hop = typeof resource.oncomplete === 'function' ? { hop: resource.oncomplete.name } : {};
  notes.push({
    k: 'run',
    id,
    at,
    loop: uvMetricsInfo.loopCount,
    idle: idleTime,
    ...hop,
    ...(isClosing(resource) ? { closing: /** @type {const} */ (1) } : {}),
  });
}

/** @param {number} id */
const onAfter = (id) => void (known.has(id) && notes.push({ k: 'ran', id }));

/** Microseconds on the clock of Node's trace events. */
const now = () => Number(process.hrtime.bigint() / 1000n);

// Promises: their numbers are negative ----------------------------------------------------------------------------------------------

/** @type {WeakMap<object, number>} */
const promiseIds = new WeakMap();
let promises = 0;
/** The promise that a reaction of the program's own call of .then() and its like reacts to. @type {WeakMap<object, object>} */
const reactsTo = new WeakMap();

/** @param {object} promise */
function idOf(promise) {
  const id = promiseIds.get(promise) ?? --promises;
  promiseIds.set(promise, id);
  return id;
}

/** @param {object} promise @param {object} [parent] */
function onPromise(promise, parent) {
  const { frames } = stack(onPromise);
  if (parent && frames[0]?.[0] === '') reactsTo.set(promise, parent);
  // A subclass has no parent in this hook: its reactions cannot be told from jobs that adopt a promise.
  const derived = frames[0] !== undefined && !String(frames[0][0]).startsWith('node:') && Object.getPrototypeOf(promise) !== Promise.prototype;
  notes.push({ k: 'promise', id: idOf(promise), parent: parent ? idOf(parent) : 0, frames, ...(derived ? { derived: /** @type {const} */ (1) } : {}) });
}

/** Which of two handlers runs is for no hook to see, but how the promise was settled is. @param {object} promise */
function onReaction(promise) {
  const parent = reactsTo.get(promise);
  const rejected = parent !== undefined && /^[^{]*\{\s*<rejected>/.test(inspect(parent, SHALLOW));
  notes.push({ k: 'run', id: idOf(promise), ...(rejected ? { rejected: /** @type {const} */ (1) } : {}) });
}

const SHALLOW = { depth: 0, customInspect: false, breakLength: Infinity };

/** @param {object} promise */
function onSettled(promise) {
  notes.push({ k: 'settled', id: idOf(promise), frames: stack(onSettled).frames });
}

/** First calls are slow: without this, the program's first 1 ms timer would be late. */
function warmUp() {
  for (let i = 0; i < 30; i++) {
    onResource(-1, 'TickObject', 0, { callback: warmUp });
    onPromise({}, {});
    onSettled({});
    format('%s', { i });
    isClosing({});
    inspect(Promise.prototype, SHALLOW);
    void (/** @type {any} */ (performance.nodeTiming).uvMetricsInfo.loopCount + performance.nodeTiming.idleTime + now());
  }
  known.clear();
  promises = 0;
  notes.length = 0;
}

if (target) {
  // No `destroy`: Node would queue an immediate of its own to deliver it.
  createHook({ init: onResource, before: onBefore, after: onAfter }).enable();
  promiseHooks.createHook({
    init: onPromise,
    before: onReaction,
    after: (promise) => void notes.push({ k: 'ran', id: idOf(promise) }),
    settled: onSettled,
  });
  watchConsole(notes);
  watchCancelling(notes, ids);
  // An `unhandledRejection` listener would change how the program ends; this only looks.
  process.on('uncaughtExceptionMonitor', (error, origin) => void notes.push({ k: 'throw', origin, text: String(error?.message ?? error) }));
  watchEnd(notes, target);
  warmUp();
}
