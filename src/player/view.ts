import { sentencesOf } from '../traces/describe.ts';
import { difference, spoken } from '../traces/differ.ts';
import { labelOf, tripOf } from '../traces/names.ts';
import { foldOwn } from '../traces/own.ts';
import type { Recording, Task } from '../traces/trace.ts';
import type { Known } from './known.ts';
import type { PlayRecording, PlayTask } from './play-data.ts';

/** A recording as a page shows it. */
export interface Shown {
  /** Which of the first switch's choices it belongs to. */
  group: number;
  /** What the first switch, between names or Node lines, and the outcome switch call it. */
  choice: string;
  /** The Node lines it speaks for, such as `22 · 24`. */
  line: string;
  outcome: string;
  /** What was recorded, on what, and how sure it is. */
  evidence: string;
  /** One for each stop. */
  sentences: string[];
  /** Without Node's own jobs: what is drawn until a reader asks for them. */
  play: PlayRecording;
  /** The same with them. */
  whole: PlayRecording;
}

/** Everything about one program's traces that a page shows. */
export interface TraceView {
  /** Of the element on its page. */
  id: string;
  /** The names the program was run under. */
  files: string[];
  code: string;
  shown: Shown[];
  /** What the Node lines do differently, a sentence for each change. */
  differences: string[];
}

/** Whether any run gave Node jobs of its own. */
export const hasOwn = (shown: readonly Shown[]): boolean => shown.some(({ whole }) => whole.tasks.some(({ i }) => i));

/** The id of a trace on its page; links from elsewhere lead there. */
const traceId = (of: string): string => `trace-${of.toLowerCase().replace(/\W+/g, '-')}`;

/**
 * Prepares the traces of a program for its page.
 *
 * @param known recordings by Node line, oldest first, and within a line the commonest outcome first
 */
export function viewOf(of: string, code: string, known: readonly Known[]): TraceView {
  const files = [...new Set(known.map(({ recording }) => recording.file))];
  const groupOf = ({ recording, lines }: Known): string => `${recording.file} ${lines}`;
  const groups = [...new Set(known.map(groupOf))];
  if (files.length > 1 && groups.length > files.length)
    throw new Error(`differs between Node lines under one of its names: give each name a <Trace> of its own.`);
  const first = groups.map((group) => known.find((entry) => groupOf(entry) === group)!);
  return {
    id: traceId(of),
    files,
    code,
    shown: known.map((entry) => show(entry, groups.indexOf(groupOf(entry)), files.length > 1)),
    differences: files.length > 1 ? [] : first.slice(1).map((newer, i) => difference(first[i]!, newer)),
  };
}

/** @param named whether the first switch is between names */
function show({ recording, lines, odds }: Known, group: number, named: boolean): Shown {
  const author = foldOwn(recording);
  const { file, esm } = recording;
  const line = lines.replaceAll(' ', ' · ');
  const whole: PlayRecording = { file, ...(esm && { esm }), group, tasks: recording.tasks.map(playTask), steps: recording.steps };
  return {
    group,
    choice: named ? file : line,
    line,
    outcome: odds ? `${odds.seen} of ${odds.of} runs` : '',
    evidence: evidenceOf(recording, odds),
    sentences: sentencesOf(author),
    play: foldOwn(whole),
    whole,
  };
}

function evidenceOf({ node, esm, runs }: Recording, odds: Known['odds']): string {
  const [same, of] = odds ? [odds.seen, odds.of] : [runs?.same, runs?.plain];
  const kind = esm ? 'an ES module' : 'CommonJS';
  const agree = of ? `; ${same === of ? `all ${of} plain runs print this` : `${same} of ${of} plain runs print this`}` : '';
  return `from a real run on ${spoken(node)}, ${kind}${agree}.`;
}

/** What the player needs of a task. */
function playTask(task: Task): PlayTask {
  const { q, api, l, fl, ms, every, i } = task;
  if (i) return { q, x: api, i };
  const x = labelOf(task);
  // What the name of the queue says already is not repeated.
  const said = x.startsWith(api) || api === 'nextTick' || api === 'setImmediate';
  const note = q === 'timer' && ms !== undefined ? `${every ? 'every ' : ''}${ms} ms` : said ? '' : (tripOf(task)?.trip ?? api);
  return { q, x, ...(note && { note }), ...(l && { l }), ...(fl && fl !== l && { fl }) };
}
