// @ts-check
import { readFileSync, readdirSync } from 'node:fs';

/** Between two looks, in milliseconds; one look costs about a millisecond a process. */
const EVERY_MS = 300;

/**
 * Watches how much memory a process and its descendants hold together.
 *
 * Shared pages count once (proportional set size), so that a browser of ten processes is not counted ten times.
 *
 * @param {number | undefined} pid
 * @returns {{ stop: () => number | null }} `stop` gives the peak in bytes, or null where there is no /proc (macOS, Windows)
 */
export function watchMemory(pid) {
  let peak = 0;
  const look = () => {
    if (pid !== undefined)
      peak = Math.max(
        peak,
        treeOf(pid).reduce((sum, one) => sum + sizeOf(one), 0),
      );
  };
  const timer = process.platform === 'linux' ? setInterval(look, EVERY_MS) : undefined;
  return {
    stop() {
      clearInterval(timer);
      return peak > 0 ? peak : null;
    },
  };
}

/** @param {number} root @returns {number[]} the process and all its descendants */
function treeOf(root) {
  const found = [root];
  // Each process lists its children, so only the tree is read and not the whole machine.
  for (const pid of found) {
    try {
      for (const thread of readdirSync(`/proc/${pid}/task`)) {
        found.push(...readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number));
      }
    } catch {
      // It has ended, or this is not Linux.
    }
  }
  return found;
}

/** @param {number} pid @returns {number} bytes; 0 when it has ended */
function sizeOf(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
