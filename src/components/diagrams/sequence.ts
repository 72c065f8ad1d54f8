import { arrow, box, el, text, type Drawing } from './svg.ts';

/** What one actor says to another, or to itself. */
export interface Message {
  from: string;
  to: string;
  text: string;
  kind?: 'call' | 'reply';
}
/** A remark between two messages. */
export interface Note {
  note: true;
  /** The actor it stands at; `all`, or none, for the whole width. */
  over?: string;
  text: string;
}
/** One row. */
export type SequenceStep = Message | Note;

const COLUMN = 172;
const ROW = 50;
const TOP = 52;

/**
 * Who says what to whom, in order, top to bottom: one column an actor, one row a step.
 *
 * @throws Error naming the actor a step mentions and the list lacks
 */
export function drawSequence(actors: readonly string[], steps: readonly SequenceStep[]): Drawing {
  const width = actors.length * COLUMN;
  const height = TOP + steps.length * ROW + 22;
  const x = (name: string): number => {
    const index = actors.indexOf(name);
    if (index < 0) throw new Error(`<Sequence> has no actor "${name}". Its actors: ${actors.join(', ')}.`);
    return COLUMN * (index + 0.5);
  };
  const columns = actors.map(
    (name) =>
      el('line', { class: 'dg-life', x1: x(name), x2: x(name), y1: 40, y2: height - 6 }) +
      box(x(name) - 72, 4, 144, 34) +
      text(x(name), 26, name, { class: 'dg-name' }),
  );
  const rows = steps.map((step, i) => {
    const y = TOP + (i + 0.5) * ROW;
    if (!('from' in step)) return drawNote(step, y, width, step.over && step.over !== 'all' ? x(step.over) : null);
    const [a, b] = [x(step.from), x(step.to)];
    const dashed = step.kind === 'reply';
    if (a === b) {
      // Of the last actor to the left: to its right there is no room for words.
      const side = step.from === actors.at(-1) && actors.length > 1 ? -1 : 1;
      const loop = arrow(
        [
          [a + side * 2, y - 8],
          [a + side * 30, y - 8],
          [a + side * 30, y + 12],
          [a + side * 4, y + 12],
        ],
        dashed,
      );
      return loop + text(a + side * 38, y + 6, step.text, { 'text-anchor': side < 0 ? 'end' : 'start', class: 'dg-halo' });
    }
    return (
      arrow(
        [
          [a, y + 6],
          [b + Math.sign(a - b) * 2, y + 6],
        ],
        dashed,
      ) + text((a + b) / 2, y - 3, step.text, { class: 'dg-halo' })
    );
  });
  return { width, height, body: columns.join('') + rows.join('') };
}

function drawNote(note: Note, y: number, width: number, over: number | null): string {
  const boxWidth = over === null ? width - 24 : 160;
  const left = over === null ? 12 : over - 80;
  return box(left, y - 14, boxWidth, 30, 'soft') + text(left + boxWidth / 2, y + 6, note.text);
}
