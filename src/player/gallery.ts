import { replay, type Turn } from '../traces/replay.ts';
import type { TraceView } from './view.ts';

/** The gallery: from first steps to surprises. Played programs that stand nowhere here come last, in the order of the bank. */
export const ROOMS: readonly { title: string; id: string; lead: string; traces: readonly string[] }[] = [
  {
    title: 'First steps',
    id: 'first-steps',
    lead: 'One script, two queues, one lap. Watch who waits for whom.',
    traces: ['event-loop/predict-the-order/one-of-each.cjs', 'event-loop/microtasks-vs-macrotasks', 'event-loop/nexttick-vs-promises', 'event-loop/phases'],
  },
  {
    title: 'Promises and await',
    id: 'promises',
    lead: 'Where a function stops, what it waits for, and when it goes on.',
    traces: ['event-loop/predict-the-order/await.cjs', 'async/async-await-under-the-hood', 'async/promise-chaining', 'async'],
  },
  {
    title: 'Events, files and streams',
    id: 'io',
    lead: 'The system has the work; poll hands over the result.',
    traces: ['event-loop/async-io-under-the-hood', 'events-and-files', 'streams'],
  },
  {
    title: 'Surprises',
    id: 'surprises',
    lead: 'Races, and programs that print something else on another Node line.',
    traces: ['event-loop/predict-the-order', 'event-loop/settimeout-vs-setimmediate'],
  },
];

/** A played program, and where. */
export interface Played {
  /** `<segment>/<slug>` */
  slug: string;
  of: string;
}

/** Each room with its programs; an entry of a room may name a program, a page or a segment, and each program hangs once, at its most exact name. */
export function hang<P extends Played>(played: readonly P[]): { title: string; id: string; lead: string; pieces: P[] }[] {
  const names = ROOMS.flatMap(({ traces }) => traces);
  const nameOf = ({ slug, of }: P): string | undefined => {
    const path = `${slug}/${of}`;
    return names.filter((name) => path === name || path.startsWith(`${name}/`)).sort((a, b) => b.length - a.length)[0];
  };
  const rooms = ROOMS.map(({ title, id, lead, traces }) => ({ title, id, lead, pieces: traces.flatMap((name) => played.filter((p) => nameOf(p) === name)) }));
  const rest = { title: 'More', id: 'more', lead: 'In the order of the bank.', pieces: played.filter((p) => nameOf(p) === undefined) };
  return [...rooms, rest].filter(({ pieces }) => pieces.length > 0);
}

/** A run in one line: whose turn each step is, and whether it prints. */
export const stripOf = ({ shown }: TraceView): { who: Turn; prints: boolean }[] =>
  replay(shown[0]!.play).map(({ who, step }) => ({ who, prints: step.k === 'log' }));
