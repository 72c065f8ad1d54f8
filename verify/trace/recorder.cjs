// @ts-check
'use strict';
// A preload that only watches a program: it adds no callback to any queue, and writes its notes (notes.ts) once, after 'exit'.
//
//   TRACE_NOTES=notes.json node --require ./recorder.cjs program.cjs
//
// Never --import: Node would start a CommonJS program through the loader of ES modules, and then promises run before nextTick.
const { createHook, executionAsyncResource } = require('node:async_hooks');
const { subscribe } = require('node:diagnostics_channel');
const fs = require('node:fs');
const path = require('node:path');
const { performance } = require('node:perf_hooks');
const timers = require('node:timers');
const { pathToFileURL } = require('node:url');
const { format } = require('node:util');
const { promiseHooks } = require('node:v8');

/** @typedef {import('./notes.ts').Note} Note */
/** @typedef {import('./notes.ts').RawFrame} RawFrame */

const target = process.env['TRACE_NOTES'];
delete process.env['TRACE_NOTES']; // processes that the program starts are not recorded
const main = path.resolve(process.argv[1] ?? '');
const mainUrl = pathToFileURL(main).href;
/** @type {Note[]} */
const notes = [];

// Call sites ------------------------------------------------------------------------------------------------------------------------

const WATCHING = /^node:(internal\/(promise_hooks|async_hooks)|diagnostics_channel)$/;
/** @type {(error: Error, sites: NodeJS.CallSite[]) => NodeJS.CallSite[]} */
const keepSites = (_, sites) => sites;

/**
 * The stack above a function of this file, innermost first, down to the program's outermost frame. Of neighbouring frames that are not
 * the program's, only the outermost stays: what the program called.
 *
 * @param {Function} below
 * @returns {{ frames: RawFrame[], inConsole: boolean }}
 */
function stack(below) {
  const { stackTraceLimit, prepareStackTrace } = Error;
  /** @type {{ stack?: any }} */
  const box = {};
  Error.stackTraceLimit = 100;
  Error.prepareStackTrace = keepSites;
  Error.captureStackTrace(box, below);
  /** @type {NodeJS.CallSite[]} */
  const sites = box.stack;
  Error.prepareStackTrace = prepareStackTrace;
  Error.stackTraceLimit = stackTraceLimit;
  /** @type {RawFrame[]} */
  const frames = [];
  let inConsole = false;
  let last = 0;
  for (const site of sites) {
    if (site.isAsync()) continue; // a caller that awaits is not on the stack; Node 26 lists it, 22 and 24 do not
    const file = site.getFileName() ?? '';
    if (WATCHING.test(file)) continue;
    if (file === main || file === mainUrl) {
      last = frames.push([site.getLineNumber() ?? 1, site.getColumnNumber() ?? 1]);
      continue;
    }
    if (file.startsWith('node:internal/console')) inConsole = true;
    const inner = typeof frames.at(-1)?.[0] === 'string' ? frames.pop() : undefined;
    frames.push([file || String(inner?.[0] ?? ''), site.getFunctionName() ?? '']); // builtins of V8 have no file
  }
  frames.length = last;
  return { frames, inConsole };
}

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

/** @param {object} promise */
function idOf(promise) {
  const id = promiseIds.get(promise) ?? --promises;
  promiseIds.set(promise, id);
  return id;
}

/** @param {object} promise @param {object} [parent] */
function onPromise(promise, parent) {
  notes.push({ k: 'promise', id: idOf(promise), parent: parent ? idOf(parent) : 0, frames: stack(onPromise).frames });
}

/** @param {object} promise */
function onSettled(promise) {
  notes.push({ k: 'settled', id: idOf(promise), frames: stack(onSettled).frames });
}

// Console, cancelling, errors, the end ----------------------------------------------------------------------------------------------

function watchConsole() {
  for (const method of ['log', 'info', 'debug', 'warn', 'error']) {
    subscribe(`console.${method}`, function onLog(args) {
      notes.push({ k: 'log', method, text: format(.../** @type {unknown[]} */ (args)), frames: stack(onLog).frames });
    });
  }
}

function watchCancelling() {
  for (const name of /** @type {const} */ (['clearTimeout', 'clearInterval', 'clearImmediate'])) {
    /** @type {(handle: any) => void} */
    const real = globalThis[name];
    const watched = {
      /** @param {any} handle */
      [name](handle) {
        const id = typeof handle === 'object' && handle ? ids.get(handle) : undefined;
        if (id && !handle._destroyed) notes.push({ k: 'clear', id, frames: stack(/** @type {Function} */ (watched)).frames });
        return real(handle);
      },
    }[name];
    globalThis[name] = timers[name] = /** @type {any} */ (watched);
  }
}

/** Notes the end after every 'exit' listener, not among them: what they print belongs to the run. @param {string} file */
function watchEnd(file) {
  /** @type {Function} */
  const emit = process.emit;
  /** @type {any} */ (process).emit = function (/** @type {[string, ...unknown[]]} */ ...args) {
    if (args[0] !== 'exit') return Reflect.apply(emit, this, args);
    try {
      return Reflect.apply(emit, this, args);
    } finally {
      notes.push({ k: 'exit', code: Number(process.exitCode ?? args[1] ?? 0) });
      fs.writeFileSync(file, JSON.stringify(notes));
    }
  };
}

/** First calls are slow: without this, the program's first 1 ms timer would be late. */
function warmUp() {
  for (let i = 0; i < 30; i++) {
    onResource(-1, 'TickObject', 0, { callback: keepSites });
    onPromise({}, {});
    onSettled({});
    format('%s', { i });
    isClosing({});
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
    before: (promise) => void notes.push({ k: 'run', id: idOf(promise) }),
    after: (promise) => void notes.push({ k: 'ran', id: idOf(promise) }),
    settled: onSettled,
  });
  watchConsole();
  watchCancelling();
  // An `unhandledRejection` listener would change how the program ends; this only looks.
  process.on('uncaughtExceptionMonitor', (error, origin) => void notes.push({ k: 'throw', origin, text: String(error?.message ?? error) }));
  watchEnd(target);
  warmUp();
}
