// @ts-check
'use strict';
// What a program prints, cancels and ends with. Part of the recorder.
const { subscribe } = require('node:diagnostics_channel');
const fs = require('node:fs');
const timers = require('node:timers');
const { format } = require('node:util');
const { stack } = require('./call-sites.cjs');

/** @typedef {import('./notes.ts').Note} Note */

/** @param {Note[]} notes */
function watchConsole(notes) {
  for (const method of ['log', 'info', 'debug', 'warn', 'error']) {
    subscribe(`console.${method}`, function onLog(args) {
      notes.push({ k: 'log', method, text: format(.../** @type {unknown[]} */ (args)), frames: stack(onLog).frames });
    });
  }
}

/** @param {Note[]} notes @param {WeakMap<object, number>} ids of timers and immediates */
function watchCancelling(notes, ids) {
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

/** Notes the end after every 'exit' listener, not among them: what they print belongs to the run. @param {Note[]} notes @param {string} file */
function watchEnd(notes, file) {
  /** @type {Function} */
  const emit = process.emit;
  /** @type {any} */ (process).emit = function onEmit(/** @type {[string, ...unknown[]]} */ ...args) {
    if (args[0] !== 'exit') return Reflect.apply(emit, this, args);
    // The program is on the stack when it calls process.exit().
    const { frames } = stack(onEmit);
    try {
      return Reflect.apply(emit, this, args);
    } finally {
      notes.push({ k: 'exit', code: Number(process.exitCode ?? args[1] ?? 0), frames });
      fs.writeFileSync(file, JSON.stringify(notes));
    }
  };
}

module.exports = { watchCancelling, watchConsole, watchEnd };
