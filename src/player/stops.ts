import { isOwn, sayOwn } from '../traces/own.ts';
import { replay, type State } from '../traces/replay.ts';
import type { PlayRecording } from './play-data.ts';

/** A place at which the player can stand. */
export interface Stop {
  state: State;
  sentence: string;
  /** Its number, from 0, when Node's own jobs are folded: what a link to it says. */
  link: number;
}

/**
 * Tells a recording, with Node's own jobs if they are in it.
 *
 * @param sentences those of the page, which leave these out
 */
export function tell(play: PlayRecording, sentences: readonly string[]): Stop[] {
  let link = -1;
  return replay(play).map((state): Stop => {
    const { step } = state;
    if (!('t' in step) || !isOwn(step, play.tasks)) return { state, sentence: sentences[++link]!, link };
    const { q, x } = play.tasks[step.t]!;
    return { state, sentence: sayOwn(step, q, x), link };
  });
}
