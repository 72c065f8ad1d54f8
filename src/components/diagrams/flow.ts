import { arrow, box, text, type Drawing, type Kind } from './svg.ts';

/** A box. */
export interface FlowNode {
  id: string;
  at: readonly [column: number, row: number];
  text: string;
  /** A second, smaller line. */
  sub?: string;
  kind?: Kind;
  /** How many columns it is wide. */
  span?: number;
}
/** An arrow between two boxes, by their ids. */
export interface FlowEdge {
  from: string;
  to: string;
  text?: string;
  dashed?: boolean;
}

const [WIDTH, HEIGHT, GAP_X, GAP_Y, PAD] = [176, 58, 40, 44, 6];

interface Placed extends FlowNode {
  x: number;
  y: number;
  w: number;
  cx: number;
  cy: number;
}

/**
 * Boxes on a grid and arrows between them. Neighbours are joined by straight lines, others by lines with corners.
 *
 * @throws Error when an arrow names a box that is not there
 */
export function drawFlow(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): Drawing {
  const placed = nodes.map(place);
  const byId = (id: string): Placed => {
    const found = placed.find((node) => node.id === id);
    if (!found) throw new Error(`<Flow> has an edge to "${id}", but no node with that id. Its nodes: ${nodes.map((n) => n.id).join(', ')}.`);
    return found;
  };
  const boxes = placed.map(
    (node) =>
      box(node.x, node.y, node.w, HEIGHT, node.kind) +
      (node.sub
        ? text(node.cx, node.cy - 3, node.text, { class: 'dg-name' }) + text(node.cx, node.cy + 15, node.sub, { class: 'dg-sub' })
        : text(node.cx, node.cy + 5, node.text, { class: 'dg-name' })),
  );
  const lines = edges.map((edge) => drawEdge(byId(edge.from), byId(edge.to), edge));
  return {
    width: Math.max(...placed.map((node) => node.x + node.w)) + PAD + (edges.some((e) => goesBack(byId(e.from), byId(e.to))) ? 26 : 0),
    height: Math.max(...placed.map((node) => node.y + HEIGHT)) + PAD,
    body: lines.join('') + boxes.join(''),
  };
}

function place(node: FlowNode): Placed {
  const [column, row] = node.at;
  const w = (node.span ?? 1) * (WIDTH + GAP_X) - GAP_X;
  const x = PAD + column * (WIDTH + GAP_X);
  const y = PAD + row * (HEIGHT + GAP_Y);
  return { ...node, x, y, w, cx: x + w / 2, cy: y + HEIGHT / 2 };
}

/** An arrow up to a row that is not the next one, in the same column, runs around the boxes on the right. */
const goesBack = (a: Placed, b: Placed): boolean => a.cx === b.cx && a.y - b.y > HEIGHT + GAP_Y;

function drawEdge(a: Placed, b: Placed, edge: FlowEdge): string {
  const label = (x: number, y: number, anchor = 'middle'): string =>
    edge.text ? text(x, y, edge.text, { class: 'dg-sub dg-halo', 'text-anchor': anchor }) : '';
  if (goesBack(a, b)) {
    const x = Math.max(a.x + a.w, b.x + b.w) + 22;
    return (
      arrow(
        [
          [a.x + a.w, a.cy],
          [x, a.cy],
          [x, b.cy],
          [b.x + b.w + 2, b.cy],
        ],
        edge.dashed,
      ) + label(x - 6, (a.cy + b.cy) / 2, 'end')
    );
  }
  if (a.y === b.y) {
    const right = b.x > a.x;
    const [from, to] = right ? [a.x + a.w, b.x - 2] : [a.x, b.x + b.w + 2];
    return (
      arrow(
        [
          [from, a.cy],
          [to, b.cy],
        ],
        edge.dashed,
      ) + label((from + to) / 2, a.cy - 8)
    );
  }
  const down = b.y > a.y;
  const [from, to] = down ? [a.y + HEIGHT, b.y - 2] : [a.y, b.y + HEIGHT + 2];
  // Where the boxes overlap sideways, a straight line; else down, across in the gap, down.
  const [left, right] = [Math.max(a.x, b.x), Math.min(a.x + a.w, b.x + b.w)];
  if (left < right) {
    const x = a.w <= b.w ? Math.min(Math.max(a.cx, left), right) : Math.min(Math.max(b.cx, left), right);
    return (
      arrow(
        [
          [x, from],
          [x, to],
        ],
        edge.dashed,
      ) + label(x + 8, (from + to) / 2 + 4, 'start')
    );
  }
  const middle = (down ? b.y : b.y + HEIGHT) + (down ? -GAP_Y / 2 : GAP_Y / 2);
  return (
    arrow(
      [
        [a.cx, from],
        [a.cx, middle],
        [b.cx, middle],
        [b.cx, to],
      ],
      edge.dashed,
    ) + label((a.cx + b.cx) / 2, middle - 6)
  );
}
