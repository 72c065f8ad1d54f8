// @ts-check

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {'passed' | 'FAILED' | 'not run'} verdict
 * @property {number} [ms]
 * @property {number | null} [peak] bytes
 */

/**
 * The closing table of a test run.
 *
 * @param {readonly Result[]} results in order
 * @returns {string}
 */
export function table(results) {
  const measured = results.some(({ peak }) => typeof peak === 'number');
  const total = { name: 'all', ms: sum(results.map(({ ms }) => ms ?? 0)), peak: Math.max(0, ...results.map(({ peak }) => peak ?? 0)), verdict: '' };
  const rows = [...results, total].map(({ name, ms, peak, verdict }) =>
    [name.padEnd(9), seconds(ms).padStart(8), ...(measured ? [megabytes(peak).padStart(12)] : []), `  ${verdict}`].join(' ').trimEnd(),
  );
  const head = ['step     ', '    time', ...(measured ? ['peak memory'.padStart(12)] : [])].join(' ');
  const count = (/** @type {Result['verdict']} */ wanted) => results.filter(({ verdict }) => verdict === wanted).length;
  return [head, ...rows, '', `steps: ${count('passed')} passed, ${count('FAILED')} failed`].join('\n');
}

/** @param {number | undefined} ms */
export const seconds = (ms) => (ms === undefined ? '–' : `${(ms / 1000).toFixed(1)} s`);

/** @param {number | null | undefined} bytes */
const megabytes = (bytes) => (bytes ? `${Math.round(bytes / 2 ** 20)} MB` : '–');

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
