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
 * 2. No callback of a phase starts while a tick or a microtask waits, unless an error was thrown.
 * 3. Timers run in timers, immediates in check.
 * 4. What runs was queued before, and what ends was running.
 */
export function brokenRules({ tasks, steps }: Pick<Recording, 'tasks' | 'steps'>): string[] {
  const found: string[] = [];
  const waiting: number[] = [];
  const running: number[] = [];
  const made = new Set<number>();
  let phase: Phase | null = null;
  let thrown = false;
  const leave = (task: number) => {
    const at = waiting.indexOf(task);
    if (at >= 0) waiting.splice(at, 1);
    return at >= 0;
  };
  steps.forEach((step, index) => {
    const say = (text: string) => found.push(`Step ${index + 1}: ${text}`);
    if (step.k === 'add') {
      if (!tasks[step.t]) say(`there is no task ${step.t}.`);
      else {
        waiting.push(step.t);
        made.add(step.t);
      }
    } else if (step.k === 'drop') leave(step.t);
    else if (step.k === 'phase') phase = step.p;
    else if (step.k === 'throw') thrown = true;
    else if (step.k === 'end' && running.pop() !== step.t && !thrown) say('something ended that was not running.');
    else if (step.k === 'run') {
      const task = tasks[step.t];
      if (!task) return void say(`there is no task ${step.t}.`);
      const overtaken = waiting.slice(0, Math.max(0, waiting.indexOf(step.t))).filter((other) => sameLine(tasks[other]!, task));
      if (overtaken.length > 0) say(`${nameOf(task)} overtook ${overtaken.map((other) => nameOf(tasks[other]!)).join(', ')} in the ${lineName(task)}.`);
      // A handle, such as a socket, is made once and called often.
      if (!leave(step.t) && !(task.q === 'io' && made.has(step.t))) say(`${nameOf(task)} ran but was not queued.`);
      if (running.length === 0 && task.q !== 'tick' && task.q !== 'micro') {
        const early = waiting.filter((other) => tasks[other]!.q === 'tick' || tasks[other]!.q === 'micro');
        if (early.length > 0 && !thrown) say(`${nameOf(task)} ran while ${early.map((other) => nameOf(tasks[other]!)).join(', ')} waited.`);
        if ((PHASE_OF[task.q] ?? phase) !== phase) say(`${nameOf(task)} ran in the phase ${phase ?? '(none)'}, which is not its own.`);
      }
      running.push(step.t);
    }
  });
  return found;
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
  if (!crashed) return said.join('\n') === normalise(printed.join('\n'), []);
  let at = 0;
  for (const line of printed) if (line === said[at]) at += 1;
  return at === said.length || said.join('') === '';
}
