// @ts-check
import { Problem } from './problem.mjs';
import { STEPS } from './steps.mjs';

/**
 * The steps to run: all, or those named; without those named by `--skip`.
 *
 * @param {string[]} argv
 * @throws Problem when a name is not a step's
 */
export function selectSteps(argv) {
  /** @type {Set<string>} */
  const skipped = new Set();
  /** @type {Set<string>} */
  const named = new Set();
  argv.forEach((word, at) => {
    if (word === '--skip') return;
    const known = STEPS.some(({ name }) => name === word);
    if (!known) throw new Problem(`"${word}" is not a step of npm test: the steps are ${STEPS.map(({ name }) => name).join(', ')}.`);
    (argv[at - 1] === '--skip' ? skipped : named).add(word);
  });
  return STEPS.filter(({ name }) => !skipped.has(name) && (named.size === 0 || named.has(name)));
}
