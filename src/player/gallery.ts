import { replay, type Turn } from '../traces/replay.ts';
import type { TraceView } from './view.ts';

/** A part of the gallery. An entry of `traces` names a program, a page or a segment. */
export interface Room {
  title: string;
  id: string;
  lead: string;
  traces: readonly string[];
}

/** The gallery: from first steps to surprises. Played programs that stand nowhere here come last, in the order of the bank. */
export const ROOMS: readonly Room[] = [
  {
    title: 'First steps',
    id: 'first-steps',
    lead: 'One script, then the queues, then a lap of the loop.',
    traces: [
      'event-loop/predict-the-order/one-of-each.cjs',
      'foundations/control-flow',
      'event-loop/what-is-the-event-loop',
      'event-loop/map.cjs',
      'event-loop/node-vs-browser-loop/same.cjs',
    ],
  },
  {
    title: 'Ticks and microtasks',
    id: 'two-queues',
    lead: 'The two queues that belong to no phase, and who empties them when.',
    traces: ['event-loop/nexttick-vs-promises', 'event-loop/microtasks-vs-macrotasks', 'event-loop/nexttick-vs-setimmediate'],
  },
  {
    title: 'Promises and await',
    id: 'promises',
    lead: 'Where a function stops, what it waits for, and when it goes on.',
    traces: [
      'event-loop/predict-the-order/await.cjs',
      'async/async-await-under-the-hood',
      'async/promise-states',
      'async/promise-chaining',
      'async/promise-combinators',
      'async',
    ],
  },
  {
    title: 'Phases, files and events',
    id: 'phases',
    lead: 'The system has the work, poll hands over the result, and the loop goes round.',
    traces: ['event-loop/phases', 'event-loop/timer-functions', 'event-loop/async-io-under-the-hood', 'events-and-files', 'streams'],
  },
  {
    title: 'Surprises',
    id: 'surprises',
    lead: 'Races, errors out of nowhere, and programs that print something else under another name or on another Node line.',
    traces: ['event-loop/settimeout-vs-setimmediate', 'event-loop/predict-the-order', 'event-loop/node-vs-browser-loop', 'errors'],
  },
];

/** A played program, and where. */
export interface Played {
  /** `<segment>/<slug>` */
  slug: string;
  of: string;
}

/** What hangs together: the programs of one page. */
export interface Piece<P> {
  slug: string;
  programs: P[];
}

/** Each room with its programs, by page. Each program hangs once, at its most exact name; rooms without any are left out. */
export function hang<P extends Played>(played: readonly P[]): (Omit<Room, 'traces'> & { pieces: Piece<P>[] })[] {
  const names = ROOMS.flatMap(({ traces }) => traces);
  const nameOf = ({ slug, of }: P): string | undefined => {
    const path = `${slug}/${of}`;
    return names.filter((name) => path === name || path.startsWith(`${name}/`)).sort((a, b) => b.length - a.length)[0];
  };
  const rest = { title: 'More', id: 'more', lead: 'In the order of the bank.', traces: [undefined] };
  return [...ROOMS, rest]
    .map(({ traces, ...room }) => ({ ...room, pieces: byPage(traces.flatMap((name) => played.filter((one) => nameOf(one) === name))) }))
    .filter(({ pieces }) => pieces.length > 0);
}

function byPage<P extends Played>(programs: readonly P[]): Piece<P>[] {
  const slugs = [...new Set(programs.map(({ slug }) => slug))];
  return slugs.map((slug) => ({ slug, programs: programs.filter((one) => one.slug === slug) }));
}

/** A run in one line: whose turn each step is, and whether it prints. */
export const stripOf = ({ shown }: TraceView): { who: Turn; prints: boolean }[] =>
  replay(shown[0]!.play).map(({ who, step }) => ({ who, prints: step.k === 'log' }));
