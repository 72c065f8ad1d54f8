import type { Frame, Step, Task } from '../../src/traces/trace.ts';
import { functionName } from './names.ts';
import { isOwn, topOf, type RawFrame } from './notes.ts';
import type { Syntax } from './syntax.ts';

/** What the author wrote that led to a task: Node's follow-up work is told under this name. */
export type Origin = Pick<Task, 'api' | 'cb' | 'l' | 'fl'>;

/** What runs at the moment: a task, or null for work that is not the program's, such as the module loader's. */
type Running = number | null;

/** A trace while it is written down. */
export class Story {
  readonly tasks: Task[] = [];
  readonly steps: Step[] = [];
  /** Broken expectations, as sentences. */
  readonly problems: string[] = [];
  /** Tasks by the number of their resource or promise; null for one that is not the program's. */
  readonly taskOf = new Map<number, number | null>();
  readonly running: Running[] = [];
  readonly syntax: Syntax;
  readonly #origins: Origin[] = [];

  constructor(syntax: Syntax) {
    this.syntax = syntax;
  }

  /** Whether what happens now is the program's. */
  get owned(): boolean {
    return this.running.at(-1) !== null;
  }

  /** The task that runs, if one does. */
  get current(): number | undefined {
    return this.running.at(-1) ?? undefined;
  }

  /**
   * Adds a task.
   *
   * @param from the task whose follow-up it is
   * @param call the author's call, when the task's own name is Node's
   */
  addTask(id: number | undefined, task: Task, from?: number, call?: Partial<Origin>): number {
    const { api, cb, l, fl } = { ...task, ...call };
    this.#origins.push(from === undefined ? { api, cb, l, fl } : this.#origins[from]!);
    const index = this.tasks.push(task) - 1;
    if (id !== undefined) this.taskOf.set(id, index);
    return index;
  }

  originOf(task: number): Origin {
    return this.#origins[task]!;
  }

  /** Adds a step, with its line and its stack. */
  step(step: Step, frames: RawFrame[] = []): Step {
    const line = topOf(frames)?.[0];
    if (line !== undefined) Object.assign(step, { l: line });
    if (step.k === 'add' || step.k === 'wait' || step.k === 'log') {
      const stack = this.#stackOf(frames);
      if (stack.length > 1) step.s = stack;
    }
    this.steps.push(step);
    return step;
  }

  /** The call stack, outermost first; the function being called is in the step itself. */
  #stackOf(frames: RawFrame[]): Frame[] {
    const calling = isOwn(frames[0]) ? frames : frames.slice(1);
    return calling
      .map((frame): Frame => (isOwn(frame) ? [functionName(this.syntax, this.syntax.enclosing(this.syntax.offset(frame))), frame[0]] : [frame[1] || 'native']))
      .reverse();
  }
}
