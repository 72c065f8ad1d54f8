import { normalise } from '../../src/fences/mask.ts';
import type { Phase, Queue, Recording, Step, Task } from '../../src/traces/trace.ts';

/** Where callbacks of a kind run. I/O callbacks run in poll or close, or in check on some systems: nothing to hold them to. */
const PHASE_OF: Partial<Record<Queue, Phase>> = { timer: 'timers', immediate: 'check' };

/** The queues that are first-in-first-out, and what a reader calls them. */
const LINES: Partial<Record<Queue, string>> = { tick: 'nextTick queue', micro: 'microtask queue', immediate: 'queue of immediates' };

/**
 * Replays a trace and holds it to the rules of the event loop. What comes back are sentences; a recording of Node breaks none.
 *
 * 1. The nextTick queue, the microtask queue and the queue of immediates are first-in-first-out; so are timers of one delay.
 * 2. Microtasks begin when no tick waits, and once begun they go on until none is left. (An ES module's body is one of them.)
 * 3. No callback of a phase starts while a tick or a microtask waits. After an error that nobody caught, neither holds.
 * 4. Timers run in timers, immediates in check.
 * 5. What runs was queued before, and what ends was running.
 */
export function brokenRules({ tasks, steps }: Pick<Recording, 'tasks' | 'steps'>): string[] {
  const found: string[] = [];
  const loop = new Replay(tasks);
  steps.forEach((step, index) => {
    const broken = 't' in step && !tasks[step.t] ? [`there is no task ${step.t}.`] : loop.take(step);
    found.push(...broken.map((text) => `Step ${index + 1}: ${text}`));
  });
  return found;
}

/** The loop as far as the rules need it. */
class Replay {
  readonly #tasks: Task[];
  readonly #waiting: number[] = [];
  readonly #running: number[] = [];
  readonly #made = new Set<number>();
  #phase: Phase | null = null;
  /** V8 is in the middle of its queue. */
  #draining = false;
  #thrown = false;

  constructor(tasks: Task[]) {
    this.#tasks = tasks;
  }

  /** Takes a step. @returns what it breaks */
  take(step: Step): string[] {
    switch (step.k) {
      case 'start':
        this.#draining = step.job === 1;
        return [];
      case 'add':
        this.#waiting.push(step.t);
        this.#made.add(step.t);
        return [];
      case 'drop':
        this.#leave(step.t);
        return [];
      case 'phase':
        this.#phase = step.p;
        return [];
      case 'throw':
        this.#thrown = true;
        return [];
      case 'run':
        return this.#run(step.t);
      case 'end':
        return this.#end(step.t);
      default:
        return [];
    }
  }

  #run(t: number): string[] {
    const task = this.#tasks[t]!;
    const overtaken = this.#waiting.slice(0, Math.max(0, this.#waiting.indexOf(t))).filter((other) => sameLine(this.#tasks[other]!, task));
    const found = overtaken.length > 0 ? [`${nameOf(task)} overtook ${this.#names(overtaken)} in the ${lineName(task)}.`] : [];
    // A handle, such as a socket, is made once and called often.
    if (!this.#leave(t) && !(task.q === 'io' && this.#made.has(t))) found.push(`${nameOf(task)} ran but was not queued.`);
    if (this.#running.length === 0) {
      const early = this.#before(task);
      if (early.length > 0 && !this.#thrown) found.push(`${nameOf(task)} ran while ${this.#names(early)} waited.`);
      const own = PHASE_OF[task.q];
      if (own && own !== this.#phase) found.push(`${nameOf(task)} ran in the phase ${this.#phase ?? '(none)'}, which is not its own.`);
      this.#draining = task.q === 'micro';
    }
    this.#running.push(t);
    return found;
  }

  #end(t: number): string[] {
    const ended = this.#running.pop();
    if (this.#all('micro').length === 0) this.#draining = false;
    return ended === t || this.#thrown ? [] : ['something ended that was not running.'];
  }

  /** What must not wait when this task starts. */
  #before({ q }: Task): number[] {
    if (q === 'micro') return this.#draining ? [] : this.#all('tick');
    if (q === 'tick') return this.#draining ? this.#all('micro') : [];
    return [...this.#all('tick'), ...this.#all('micro')];
  }

  #all = (q: Queue): number[] => this.#waiting.filter((t) => this.#tasks[t]!.q === q);

  #names = (tasks: number[]): string => tasks.map((t) => nameOf(this.#tasks[t]!)).join(', ');

  #leave(t: number): boolean {
    const at = this.#waiting.indexOf(t);
    if (at >= 0) this.#waiting.splice(at, 1);
    return at >= 0;
  }
}

const sameLine = (a: Task, b: Task): boolean => a.q === b.q && (a.q in LINES || (a.q === 'timer' && a.ms === b.ms));

const lineName = ({ q, ms }: Task): string => LINES[q] ?? `list of ${ms} ms timers`;

const nameOf = ({ api, l }: Task): string => (l ? `${api} (line ${l})` : api);

/** What the steps print, in order. */
export const logsOf = (steps: Step[]): string[] => steps.flatMap((step) => (step.k === 'log' ? [step.x] : []));

/**
 * Whether a run printed these logs, in this order, and nothing else but what Node says itself: warnings, and the report of a crash.
 *
 * @param output stdout and stderr together, as `normalise` leaves it
 * @param crashed whether it ended with an error
 */
export function printedAs(logs: string[], output: string, crashed: boolean): boolean {
  const said = normalise(logs.join('\n'), []).split('\n');
  const printed = output.split('\n').filter((line) => !/^\(node:(\d+|‹pid›)\)|^\(Use `node --trace-/.test(line));
  const whole = normalise(printed.join('\n'), []);
  if (said.join('\n') === whole) return true;
  if (!crashed) return false;
  // Node reports the error last: the place and the line, the stack, its own version.
  const report = logs.length > 0 ? printed.slice(said.length) : printed;
  const [first = ''] = report.filter(Boolean);
  const before = printed.slice(0, printed.length - report.length);
  return before.join('\n') === (logs.length > 0 ? said.join('\n') : '') && /:(\d+|‹\w+›)$|^Uncaught|^‹/.test(first) && /^Node\.js /m.test(report.at(-1) ?? '');
}
