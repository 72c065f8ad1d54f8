// @ts-check
'use strict';
// Where in the program something was called. Part of the recorder.
const path = require('node:path');
const { pathToFileURL } = require('node:url');

/** @typedef {import('./notes.ts').RawFrame} RawFrame */

const main = path.resolve(process.argv[1] ?? '');
const mainUrl = pathToFileURL(main).href;

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

module.exports = { stack };
