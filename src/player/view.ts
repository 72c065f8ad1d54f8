import { describe } from '../traces/describe.ts';
import { difference, spoken } from '../traces/differ.ts';
import { labelOf, tripOf } from '../traces/names.ts';
import type { Recording, Step, Task } from '../traces/trace.ts';
import type { Known } from './known.ts';
import type { PlayRecording, PlayTask } from './play-data.ts';

/** A recording as a page shows it. */
export interface Shown {
  /** Which of the line switch's choices it belongs to. */
  group: number;
  /** What the line switch and the outcome switch call it. */
  line: string;
  outcome: string;
  /** What was recorded, on what, and how sure it is. */
  evidence: string;
  /** One for each stop. */
  sentences: string[];
  play: PlayRecording;
}

/** Everything about one program's traces that a page shows. */
export interface TraceView {
  /** Of the element on its page. */
  id: string;
  file: string;
  esm: boolean;
  code: string;
  shown: Shown[];
  /** What the Node lines do differently, a sentence for each change. */
  differences: string[];
}

/** The id of a trace on its page; links from elsewhere lead there. */
export const traceId = (of: string): string => `trace-${of.toLowerCase().replace(/\W+/g, '-')}`;

/**
 * Prepares the traces of a program for its page.
 *
 * @param known recordings by Node line, oldest first, and within a line the commonest outcome first
 */
export function viewOf(of: string, code: string, known: readonly Known[]): TraceView {
  const groups = [...new Set(known.map(({ lines }) => lines))];
  const first = groups.map((lines) => known.find((entry) => entry.lines === lines)!);
  return {
    id: traceId(of),
    file: of,
    esm: known.some(({ recording }) => recording.esm === 1),
    code,
    shown: known.map((entry) => show(entry, groups.indexOf(entry.lines))),
    differences: first.slice(1).map((newer, i) => difference(first[i]!, newer)),
  };
}

function show({ recording, lines, odds }: Known, group: number): Shown {
  const author = withoutOwn(recording);
  return {
    group,
    line: lines.replaceAll(' ', ' · '),
    outcome: odds ? `${odds.seen} of ${odds.of} runs` : '',
    evidence: evidenceOf(recording, odds),
    sentences: author.steps.filter(({ k }) => k !== 'end').map((step) => describe(step, author)),
    play: { group, tasks: author.tasks.map(playTask), steps: author.steps },
  };
}

/** What happened to the author's own tasks. Node's jobs stay in the recording: they would make a page heavy and a story long. */
function withoutOwn({ tasks, steps }: Recording): { tasks: Task[]; steps: Step[] } {
  const kept = tasks.filter(({ i }) => !i);
  const place = new Map(tasks.map((task, t) => [t, kept.indexOf(task)]));
  const told = steps.filter((step) => !('t' in step) || place.get(step.t)! >= 0);
  return { tasks: kept, steps: told.map((step) => ('t' in step ? { ...step, t: place.get(step.t)! } : step)) };
}

function evidenceOf({ node, esm, runs }: Recording, odds: Known['odds']): string {
  const [same, of] = odds ? [odds.seen, odds.of] : [runs?.same, runs?.plain];
  const kind = esm ? 'an ES module' : 'CommonJS';
  const agree = of ? `; ${same === of ? `all ${of} plain runs print this` : `${same} of ${of} plain runs print this`}` : '';
  return `from a real run on ${spoken(node)}, ${kind}${agree}.`;
}

/** What the player needs of a task. */
function playTask(task: Task): PlayTask {
  const { q, api, l, fl, ms, every } = task;
  const x = labelOf(task);
  // What the name of the queue says already is not repeated.
  const said = x.startsWith(api) || api === 'nextTick' || api === 'setImmediate';
  const note = q === 'timer' && ms !== undefined ? `${every ? 'every ' : ''}${ms} ms` : said ? '' : (tripOf(task)?.trip ?? api);
  return { q, x, ...(note && { note }), ...(l && { l }), ...(fl && fl !== l && { fl }) };
}
