import { foldOwn, isOwn, sayOwn } from '../traces/own.ts';
import { replay, type State } from '../traces/replay.ts';
import type { PlayRecording } from './play-data.ts';

/** A place at which the player can stand. */
export interface Stop {
  state: State;
  sentence: string;
  /** Its number, from 0, when Node's own jobs are folded: what a link to it says. */
  link: number;
}

/** A recording, told with Node's own jobs or without. */
export interface Told {
  play: PlayRecording;
  stops: Stop[];
}

/**
 * Tells a recording.
 *
 * @param sentences those of the page, which leave Node's own jobs out
 * @param own whether they are told too
 */
export function tell(whole: PlayRecording, sentences: readonly string[], own: boolean): Told {
  const play = own ? whole : foldOwn(whole);
  let link = -1;
  const stops = replay(play).map((state): Stop => {
    const { step } = state;
    if (!('t' in step) || !isOwn(step, play.tasks)) return { state, sentence: sentences[++link]!, link };
    const { q, x } = play.tasks[step.t]!;
    return { state, sentence: sayOwn(step, q, x), link };
  });
  return { play, stops };
}
