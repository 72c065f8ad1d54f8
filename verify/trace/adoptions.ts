import type { Step } from '../../src/traces/trace.ts';
import type { Adoption, Promises } from './promises.ts';
import type { Story } from './story.ts';

/**
 * Puts the jobs that adopt a promise into the queue. It is the only event that is deduced: the queue is first-in-first-out, so a job
 * entered it after the one that ran before it; at the end of the function that returned the inner promise; and after the loop last moved on.
 */
export function placeAdoptions(story: Story, promises: Promises): void {
  for (const adoption of promises.adoptions) {
    const run = story.steps.findIndex((step) => step.k === 'run' && step.t === adoption.task);
    if (!callsThenOfPromise(story, adoption.task, run)) story.tasks[adoption.task]!.cb = 'thenable.then(resolve)';
    const at = Math.min(placeOf(adoption, run, story, promises), run);
    const l = story.tasks[adoption.task]!.l;
    story.steps.splice(at, 0, { k: 'add', t: adoption.task, ...(l ? { l } : {}) });
  }
}

/** The then() of a promise registers a reaction at once; that of another object does what its author wrote. */
function callsThenOfPromise({ steps, tasks }: Story, task: number, run: number): boolean {
  const end = steps.findIndex((step, at) => at > run && step.k === 'end' && step.t === task);
  return steps
    .slice(run, end)
    .some((step) => (step.k === 'add' || step.k === 'wait') && tasks[step.t]!.api === 'adopt' && tasks[step.t]!.cb === 'resolve(outer)');
}

function placeOf({ promise }: Adoption, run: number, { steps, tasks, taskOf, syntax }: Story, { births, resumes }: Promises): number {
  const birth = births.get(promise);
  const handler = taskOf.get(promise);
  const fn = birth?.frame && syntax.enclosing(syntax.offset(birth.frame));
  let earliest = birth?.step ? steps.indexOf(birth.step) + 1 : 1;
  let seen = false;
  const queueOf = (step: Step) => (step.k === 'run' ? tasks[step.t]!.q : null);
  for (let at = run - 1; at > 0; at--) {
    const step = steps[at]!;
    const queue = queueOf(step);
    if (step.k === 'run' && queue !== 'tick' && queue !== 'micro') return Math.max(earliest, at + 1);
    if (step.k === 'end' && (step.t === handler || (fn && resumes.get(step.t) === fn))) return Math.max(earliest, at);
    if (step.k === 'run' && queue === 'micro' && !seen) {
      seen = true;
      earliest = Math.max(earliest, 1 + steps.findIndex((other) => other.k === 'add' && other.t === step.t));
    }
  }
  return earliest;
}
