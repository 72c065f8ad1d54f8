import { getCollection } from 'astro:content';
import { stepsOf, type Path, type Step } from '../bank/paths.ts';
import { questionsOf, type Question } from '../bank/questions.ts';
import { minutesFor } from './reading-time.ts';

/** A step with its question and the minutes that reading it takes. */
export interface PlannedStep extends Step {
  question: Question;
  minutes: number;
}

/**
 * The steps of a path with their questions.
 *
 * @throws Error when a step is not a question; `npm run rules` says so with its line
 */
export async function planned(path: Path): Promise<PlannedStep[]> {
  const pages = await getCollection('docs');
  const questions = new Map(questionsOf(pages).map((question) => [question.slug, question]));
  return stepsOf(path).map((step) => {
    const question = questions.get(step.slug);
    if (!question) throw new Error(`src/bank/paths.ts: the path "${path.id}" names "${step.slug}", which is not a question.`);
    return { ...step, question, minutes: minutesFor(pages.find((page) => page.id === step.slug)?.body ?? '', question.short) };
  });
}

/** Minutes for all of them. */
export const minutesOf = (steps: readonly PlannedStep[]): number => steps.reduce((sum, { minutes }) => sum + minutes, 0);
