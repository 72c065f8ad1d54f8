import type { Queue, Step } from '../traces/trace.ts';

/** A task as the player draws it. */
export interface PlayTask {
  q: Queue;
  /** Its label. */
  x: string;
  /** A word below the label: a timer's delay, the call it belongs to. */
  note?: string;
  l?: number;
  /** Where its code starts, if not on the line that made it. */
  fl?: number;
  /** It is a job of Node's own. */
  i?: 1;
}

/** A recording as the player reads it. Its sentences stand in the page, in the same order, but for those about Node's own jobs. */
export interface PlayRecording {
  /** The name it was run under. */
  file: string;
  /** It is an ES module. */
  esm?: 1;
  /** Which choice of the line switch it belongs to. */
  group: number;
  tasks: PlayTask[];
  steps: Step[];
}

/** What stands in a player's `<script type="application/json">`. */
export interface PlayData {
  recordings: PlayRecording[];
  /** The same with Node's own jobs, where they cannot be asked for. */
  whole?: PlayRecording[];
}

/** What the outermost call of a run is called. */
export const mainName = (esm: 1 | undefined): string => (esm ? 'module body' : 'main script');
