import { extractPrograms, FenceError } from '../src/fences/extract.ts';
import type { Check } from './check.ts';

/** The grammar of fences: the same mistakes that stop a build, all at once instead of the first. */
export const everyProgramIsRunOrExplained: Check = {
  promise: 'Every program is run, or the page says why not',
  find: ({ pages }) =>
    pages.flatMap(({ path, source }) => {
      try {
        extractPrograms(source);
        return [];
      } catch (error) {
        if (!(error instanceof FenceError)) throw error;
        return [{ path, line: error.line, what: error.message, repair: error.hint }];
      }
    }),
};
