import type { Check } from './check.ts';
import { wordsOf } from './summary.ts';

/** Words below the short answer, without programs and outputs. */
const FEWEST = 150;

/** The short answer says what; a reader who wants to know why must find it below. */
export const answersExplainThemselves: Check = {
  promise: `Every answer explains itself in at least ${FEWEST} words`,
  find: ({ questions }) =>
    questions
      .map((page) => ({ page, words: wordsOf(page) }))
      .filter(({ words }) => words < FEWEST)
      .map(({ page, words }) => ({
        path: page.path,
        line: 1,
        what: `explains itself in ${words} words.`,
        repair: `Say how it works, why it is so and when it matters; at least ${FEWEST} words, programs not counted.`,
      })),
};
