import { selectAll, toText, type Element, type Root } from '@astrojs/starlight/expressive-code/hast';
import { htmlToHast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { drawFlow } from '../../../src/components/diagrams/flow.ts';
import { drawLanes } from '../../../src/components/diagrams/lanes.ts';
import { drawLoopMap } from '../../../src/components/diagrams/loop-map.ts';
import { drawSequence } from '../../../src/components/diagrams/sequence.ts';
import { arrow, text, type Drawing } from '../../../src/components/diagrams/svg.ts';

const parse = ({ body }: { body: string }): Root => htmlToHast(`<svg>${body}</svg>`) as Root;
const number = (element: Element, name: string): number => Number(element.properties[name]);
const all = (drawing: Drawing, selector: string): Element[] => selectAll(selector, parse(drawing));
const texts = (drawing: Drawing): string[] => all(drawing, 'text').map((element) => toText(element));

/** Every box as [left, top, right, bottom]. */
const boxes = (drawing: Drawing): number[][] =>
  all(drawing, 'rect').map((r) => [number(r, 'x'), number(r, 'y'), number(r, 'x') + number(r, 'width'), number(r, 'y') + number(r, 'height')]);

function expectInside(drawing: Drawing): void {
  for (const [left, top, right, bottom] of boxes(drawing)) {
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(drawing.width);
    expect(bottom).toBeLessThanOrEqual(drawing.height);
  }
}

function expectApart(drawing: Drawing): void {
  const list = boxes(drawing);
  for (const [i, [l1, t1, r1, b1]] of list.entries()) {
    for (const [l2, t2, r2, b2] of list.slice(i + 1)) expect(l1! < r2! && l2! < r1! && t1! < b2! && t2! < b1!, `${l1},${t1} and ${l2},${t2}`).toBe(false);
  }
}

describe('a sequence', () => {
  const actors = ['Your code', 'Node', 'Pool thread', 'Kernel'];

  test('has a column for each actor and a row for each step, in order', () => {
    const drawing = drawSequence(actors, [
      { from: 'Your code', to: 'Node', text: 'readFile' },
      { from: 'Node', to: 'Your code', text: 'callback', kind: 'reply' },
    ]);
    expect(texts(drawing)).toEqual([...actors, 'readFile', 'callback']);
    const rows = all(drawing, 'text')
      .slice(4)
      .map((element) => number(element, 'y'));
    expect(rows[0]).toBeLessThan(rows[1]!);
    expectInside(drawing);
    expectApart(drawing);
  });

  test('draws a reply dashed and a call in full', () => {
    const steps = (kind: 'call' | 'reply') => drawSequence(actors, [{ from: 'Node', to: 'Kernel', text: 'x', kind }]);
    expect(all(steps('reply'), '.dg-dashed')).toHaveLength(1);
    expect(all(steps('call'), '.dg-dashed')).toHaveLength(0);
  });

  test('draws a call to oneself as a loop at one column', () => {
    const drawing = drawSequence(actors, [{ from: 'Node', to: 'Node', text: 'drains' }]);
    expect(all(drawing, '.dg-line')).toHaveLength(1);
    expect(all(drawing, 'text').at(-1)!.properties['textAnchor']).toBe('start');
  });

  test('the last actor talks to itself on its left, where there is room', () => {
    const words = (actor: string) => all(drawSequence(actors, [{ from: actor, to: actor, text: 'checks it' }]), 'text').at(-1)!;
    expect(words('Kernel').properties['textAnchor']).toBe('end');
    expect(words('Node').properties['textAnchor']).toBe('start');
  });

  test('draws a note over one actor, or over all', () => {
    const note = (over?: string) => boxes(drawSequence(actors, [{ note: true, over, text: 'waits' }])).at(-1)!;
    const [left, , right] = note('Node');
    expect((left! + right!) / 2).toBe(172 * 1.5);
    expect(note()[2]! - note()[0]!).toBeGreaterThan(600);
    expect(note('all')).toEqual(note());
  });

  test('refuses an actor that is not in its list, and lists them', () => {
    expect(() => drawSequence(actors, [{ from: 'Nod', to: 'Kernel', text: 'x' }])).toThrow(
      '<Sequence> has no actor "Nod". Its actors: Your code, Node, Pool thread, Kernel.',
    );
    expect(() => drawSequence(actors, [{ note: true, over: 'Libuv', text: 'x' }])).toThrow('no actor "Libuv"');
  });
});

describe('a flow', () => {
  const node = (id: string, column: number, row: number, more = {}) => ({ id, at: [column, row] as const, text: id, ...more });

  test('has its boxes apart and inside, whatever they span', () => {
    const drawing = drawFlow([node('a', 0, 0, { span: 3 }), node('b', 0, 1), node('c', 1, 1, { span: 2, sub: 'below' }), node('d', 2, 2)], []);
    expect(texts(drawing)).toEqual(['a', 'b', 'c', 'below', 'd']);
    expectInside(drawing);
    expectApart(drawing);
  });

  test('joins neighbours by a straight line, and others by one with corners', () => {
    const nodes = [node('a', 0, 0), node('b', 0, 1), node('c', 2, 1)];
    const line = (from: string, to: string) => String(all(drawFlow(nodes, [{ from, to }]), '.dg-line')[0]!.properties['d']);
    expect(line('a', 'b')).not.toContain('Q');
    expect(line('a', 'c')).toContain('Q');
  });

  test('leads a way back around the boxes, inside the drawing', () => {
    const nodes = [node('a', 0, 0), node('b', 0, 1), node('c', 0, 2)];
    const drawing = drawFlow(nodes, [{ from: 'c', to: 'a' }]);
    const points = String(all(drawing, '.dg-line')[0]!.properties['d']).matchAll(/([\d.]+) ([\d.]+)/g);
    const right = Math.max(...[...points].map(([, x]) => Number(x)));
    expect(right).toBeGreaterThan(Math.max(...boxes(drawing).map((box) => box[2]!)));
    expect(right).toBeLessThan(drawing.width);
  });

  test('writes on an edge what the author says, and dashes it where asked', () => {
    const drawing = drawFlow([node('a', 0, 0), node('b', 1, 0)], [{ from: 'a', to: 'b', text: 'yes', dashed: true }]);
    expect(texts(drawing)).toContain('yes');
    expect(all(drawing, '.dg-dashed')).toHaveLength(1);
  });

  test.each(['from', 'to'])('refuses an edge %s a box that is not there, and lists the boxes', (end) => {
    expect(() => drawFlow([node('a', 0, 0), node('b', 1, 0)], [{ from: 'a', to: 'b', [end]: 'z' }])).toThrow(
      '<Flow> has an edge to "z", but no node with that id. Its nodes: a, b.',
    );
  });
});

describe('lanes', () => {
  const lane = (...bars: { from: number; to: number; text?: string }[]) => [{ name: 'main', bars }];

  test('put each bar at its time, in the lane of its name', () => {
    const drawing = drawLanes([...lane({ from: 0, to: 50 }), { name: 'pool', bars: [{ from: 50, to: 100 }] }], 100, 'ms');
    const [first, second] = boxes(drawing);
    expect(second![0]! - first![2]!).toBeCloseTo(2);
    expect(second![1]).toBeGreaterThan(first![3]!);
    expectInside(drawing);
  });

  test.each([
    [7, 8],
    [100, 6],
    [400, 5],
    [1000, 6],
    [30, 7],
  ])('an axis up to %i has at most seven marks, the first of them 0', (end) => {
    const marks = texts(drawLanes(lane(), end, 'ms')).slice(0, -1);
    expect(marks[0]).toBe('0');
    expect(marks.length).toBeGreaterThan(2);
    expect(marks.length).toBeLessThanOrEqual(7);
    expect(marks.slice(1).every((mark) => mark.endsWith(' ms'))).toBe(true);
  });

  test.each([
    [-1, 5],
    [5, 5],
    [6, 5],
    [5, 11],
    [Number.NaN, 5],
  ])('refuse a bar from %d to %d on an axis up to 10', (from, to) => {
    expect(() => drawLanes(lane({ from, to }), 10, 'ms')).toThrow(`<Lanes>: the bar ${from} to ${to} of "main" is not within 0 to 10.`);
  });
});

test('the map of the loop keeps its boxes apart and inside', () => {
  expectInside(drawLoopMap());
  expectApart(drawLoopMap());
});

test('text is text, whatever is in it', () => {
  expect(text(0, 0, 'a < b & "c"')).toContain('>a &lt; b &amp; &quot;c&quot;</text>');
});

test('an arrow ends in a head at its last point', () => {
  const [line, head] = all(
    {
      width: 0,
      height: 0,
      body: arrow([
        [0, 0],
        [100, 0],
      ]),
    },
    'path',
  );
  expect(line!.properties['d']).toBe('M0 0L100 0');
  expect(String(head!.properties['d'])).toContain('L100 0L');
});
