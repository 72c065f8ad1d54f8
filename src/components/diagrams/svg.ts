import { escape } from '../../bank/text.ts';

/** Small helpers for diagrams: text in, escaped SVG out. Lengths are in SVG user units, about one CSS pixel each. */

/** How a box looks: as most do, as the thing to look at, or as something at the edge. */
export type Kind = 'plain' | 'hot' | 'soft';

/** What stands inside an `<svg>`, and how large it is. */
export interface Drawing {
  width: number;
  height: number;
  body: string;
  /** Size of the letters against the usual one. Large letters let a drawing shrink to a phone instead of scrolling. */
  scale?: number;
}

type Attributes = Record<string, string | number | undefined>;

/** One element, attributes without a value left out. */
export function el(name: string, attributes: Attributes, content = ''): string {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escape(String(value))}"`)
    .join('');
  return `<${name}${list}>${content}</${name}>`;
}

/** A line of text, its middle at x and its base line at y. */
export const text = (x: number, y: number, content: string, attributes: Attributes = {}): string =>
  el('text', { x: round(x), y: round(y), 'text-anchor': 'middle', ...attributes }, escape(content));

/** A box with round corners. */
export const box = (x: number, y: number, width: number, height: number, kind: Kind = 'plain'): string =>
  el('rect', { class: `dg-box dg-${kind}`, x: round(x), y: round(y), width: round(width), height: round(height), rx: 8 });

/** A line through these points with rounded corners; an arrow head at its end. */
export function arrow(points: readonly (readonly [number, number])[], dashed = false): string {
  const d = points
    .map(([x, y], i) => {
      const [before, after] = [points[i - 1], points[i + 1]];
      if (!before) return `M${round(x)} ${round(y)}`;
      if (!after) return `L${round(x)} ${round(y)}`;
      const towards = ([tx, ty]: readonly [number, number]): string => {
        const length = Math.hypot(tx - x, ty - y);
        const step = Math.min(8, length / 2) / length;
        return `${round(x + (tx - x) * step)} ${round(y + (ty - y) * step)}`;
      };
      return `L${towards(before)}Q${round(x)} ${round(y)} ${towards(after)}`;
    })
    .join('');
  const [end, last] = [points.at(-1)!, points.at(-2)!];
  const angle = Math.atan2(end[1] - last[1], end[0] - last[0]);
  const head = [2.6, -2.6].map((turn) => `${round(end[0] + 8 * Math.cos(angle + turn))} ${round(end[1] + 8 * Math.sin(angle + turn))}`);
  return (
    el('path', { class: dashed ? 'dg-line dg-dashed' : 'dg-line', d }) +
    el('path', { class: 'dg-head', d: `M${head[0]}L${round(end[0])} ${round(end[1])}L${head[1]}` })
  );
}

/** One decimal: finer than a screen, and short. */
export const round = (n: number): number => Math.round(n * 10) / 10;
