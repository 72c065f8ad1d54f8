import { expect, test } from 'vitest';
import { replay } from '../../../src/traces/replay.ts';
import { tell } from '../../../src/player/stops.ts';
import { viewOf } from '../../../src/player/view.ts';
import { ONE_OF_EACH, recording } from '../traces/recordings.ts';

/** A tick of Node's own, in a run of the author's. */
const WITH_OWN = recording(
  [{ q: 'tick', api: 'TickObject', i: 1 }, ...ONE_OF_EACH.tasks],
  [
    { k: 'start' },
    { k: 'add', t: 0 },
    ...ONE_OF_EACH.steps.slice(1, 6).map((step) => ('t' in step ? { ...step, t: step.t + 1 } : step)),
    { k: 'run', t: 0 },
    { k: 'end', t: 0 },
    ...ONE_OF_EACH.steps.slice(6).map((step) => ('t' in step ? { ...step, t: step.t + 1 } : step)),
  ],
);

test("Node's own jobs are folded, and nothing else changes", () => {
  const [shown, plain] = [WITH_OWN, ONE_OF_EACH].map((one) => viewOf('a.cjs', '', [{ recording: one, lines: '24' }]).shown[0]!);
  expect(shown!.sentences).toEqual(plain!.sentences);
  expect(replay(shown!.play)).toEqual(replay(plain!.play));
});

test("a run told with Node's own jobs has their sentences between the author's, and links that count the author's only", () => {
  const { whole, play, sentences } = viewOf('a.cjs', '', [{ recording: WITH_OWN, lines: '24' }]).shown[0]!;
  const stops = tell(whole, sentences);
  expect(stops.filter(({ sentence }) => sentence.startsWith('Node’s own job')).map(({ sentence, link }) => [sentence, link])).toEqual([
    ['Node’s own job TickObject joins the nextTick queue.', 0],
    ['Node’s own job TickObject runs.', 5],
  ]);
  const folded = tell(play, sentences);
  expect(folded.map(({ sentence }) => sentence)).toEqual(sentences);
  expect(folded.map(({ link }) => link)).toEqual(sentences.keys().toArray());
  expect(stops.flatMap(({ sentence, link }) => (sentences.includes(sentence) ? link : []))).toEqual(sentences.keys().toArray());
});

test('there is a sentence for each state the player stops at', () => {
  const { sentences, play } = viewOf('a.cjs', '', [{ recording: ONE_OF_EACH, lines: '24' }]).shown[0]!;
  expect(sentences).toHaveLength(replay(play).length);
});

test('a race says how often plain runs ended so, other programs that all of them did', () => {
  const evidence = (odds?: { seen: number; of: number }) => viewOf('a.cjs', '', [{ recording: ONE_OF_EACH, lines: '24', odds }]).shown[0]!.evidence;
  expect(evidence()).toBe('from a real run on Node 24.21.0, CommonJS; all 20 plain runs print this.');
  expect(evidence({ seen: 37, of: 40 })).toBe('from a real run on Node 24.21.0, CommonJS; 37 of 40 plain runs print this.');
});
