import type { Phase } from '../traces/trace.ts';

/** A phase on the wheel: where it begins and ends, in degrees clockwise from the top. The order and the places are those of the map of the loop. */
export interface Arc {
  phase: Phase | 'pending' | 'idle';
  from: number;
  to: number;
  /** Whose colour it has; the two phases in which nothing of a program was ever seen have none. */
  who: 'timer' | 'io' | 'immediate' | 'close' | 'idle';
}

/** The loop, clockwise from poll. */
export const ARCS: readonly Arc[] = [
  { phase: 'poll', from: -52, to: 52, who: 'io' },
  { phase: 'check', from: 56, to: 104, who: 'immediate' },
  { phase: 'close', from: 108, to: 142, who: 'close' },
  { phase: 'timers', from: 146, to: 218, who: 'timer' },
  { phase: 'pending', from: 222, to: 262, who: 'idle' },
  { phase: 'idle', from: 266, to: 304, who: 'idle' },
];
