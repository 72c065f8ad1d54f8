import { box, el, round, text, type Drawing, type Kind } from './svg.ts';

/** Something that takes from one time to another. */
export interface Bar {
  from: number;
  to: number;
  text?: string;
  kind?: Kind;
}
/** A thread or a queue, and what keeps it busy. */
export interface Lane {
  name: string;
  bars: readonly Bar[];
}

const [NAME, PLOT, ROW, TOP] = [116, 560, 44, 6];

/**
 * Who is busy when: one lane a thread (or queue), bars over time, a scale below.
 *
 * @param end the right end of the time axis, in `unit`
 * @throws Error when a bar does not lie within the axis
 */
export function drawLanes(lanes: readonly Lane[], end: number, unit: string): Drawing {
  const x = (t: number): number => NAME + (t / end) * PLOT;
  const bottom = TOP + lanes.length * ROW;
  const step = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000].find((s) => end / s <= 6) ?? end;
  const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, i) => i * step);
  const axis = ticks.map(
    (t) =>
      el('line', { class: 'dg-life', x1: round(x(t)), x2: round(x(t)), y1: TOP, y2: bottom + 4 }) +
      text(x(t), bottom + 20, t === 0 ? '0' : `${t} ${unit}`, { class: 'dg-sub' }),
  );
  const rows = lanes.map((lane, i) => {
    const y = TOP + i * ROW;
    const bars = lane.bars.map((bar) => {
      if (!(bar.from >= 0 && bar.to > bar.from && bar.to <= end))
        throw new Error(`<Lanes>: the bar ${bar.from} to ${bar.to} of "${lane.name}" is not within 0 to ${end}.`);
      return (
        box(x(bar.from) + 1, y + 6, x(bar.to) - x(bar.from) - 2, ROW - 12, bar.kind) +
        (bar.text ? text((x(bar.from) + x(bar.to)) / 2, y + ROW / 2 + 5, bar.text) : '')
      );
    });
    return text(NAME - 12, y + ROW / 2 + 5, lane.name, { 'text-anchor': 'end', class: 'dg-name' }) + bars.join('');
  });
  return { width: NAME + PLOT + 34, height: bottom + 28, body: axis.join('') + rows.join('') };
}
