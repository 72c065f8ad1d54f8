// @ts-check
import { spawn } from 'node:child_process';
import { watchMemory } from './memory.mjs';
import { ROOT, ownEnv } from './paths.mjs';
import { Ticker } from './ticker.mjs';

/**
 * @typedef {object} Ended
 * @property {number} code exit code; 130 when it was interrupted
 * @property {number} ms how long it took
 * @property {number | null} peak the most memory that it and its children held at once, in bytes; null where that is not known
 * @property {string} output what it printed, when `quiet`
 */

/**
 * Runs a command in the project's root to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.quiet] instead of what the command prints, show this text with the time passed
 * @param {NodeJS.ProcessEnv} [options.env] added to the environment
 * @param {boolean} [options.shell]
 * @returns {Promise<Ended>}
 * @throws Error when the command cannot be started
 */
export function run(command, args, { quiet, env, shell = false } = {}) {
  const start = performance.now();
  const child = spawn(command, args, {
    cwd: ROOT,
    env: ownEnv(env),
    shell,
    stdio: quiet === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  const ticker = quiet === undefined ? null : new Ticker(quiet);
  const memory = watchMemory(child.pid);
  /** @type {Buffer[]} */
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      chunks.push(chunk);
      ticker?.heard(String(chunk));
    });
  }
  // Ctrl+C reaches the child too; wait for it, so that nothing is left behind and its last words are read.
  const stay = () => {};
  const pass = () => void child.kill('SIGTERM');
  process.on('SIGINT', stay).on('SIGTERM', pass);

  return new Promise((resolve, reject) => {
    const end = () => {
      ticker?.stop();
      process.off('SIGINT', stay).off('SIGTERM', pass);
      return memory.stop();
    };
    child.on('error', (error) => {
      end();
      reject(error);
    });
    child.on('close', (code, signal) => {
      const peak = end();
      const output = Buffer.concat(chunks).toString();
      resolve({ code: code ?? (signal ? 130 : 1), ms: performance.now() - start, peak, output });
    });
  });
}
