import type { Check } from './check.ts';
import { followUpsOf } from './follow-ups-lead-somewhere.ts';
import { fieldLine } from './places.ts';

/** A reader who goes from question to question must be able to come by every one of them. */
export const noQuestionIsAnOrphan: Check = {
  promise: 'Every question is the follow-up of another one',
  find: ({ questions }) =>
    questions
      .filter((page) => questions.filter((q) => q.segmentId === page.segmentId).length > 1)
      .filter((page) => !questions.some((q) => q !== page && followUpsOf(q).includes(page.id)))
      .map(({ id, path, source }) => ({
        path,
        line: fieldLine(source, ['id']),
        what: 'is the follow-up of no other question.',
        repair: `Add ${id} to the followUps of the page after which an interviewer would ask it.`,
      })),
};
