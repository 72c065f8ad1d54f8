import { MOST_SKIPPED, tooManySkipped } from '../src/fences/unverified.ts';
import type { Check } from './check.ts';
import { finding, named } from './programs.ts';

/** `norun` is for what cannot be run, not for what was not tried. */
export const fewProgramsAreNotRun: Check = {
  promise: `At most ${MOST_SKIPPED * 100} % of the programs are not run`,
  find: ({ pages }) => tooManySkipped(pages.map(named)).map(finding),
};
