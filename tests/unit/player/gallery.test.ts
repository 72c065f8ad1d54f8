import { expect, test } from 'vitest';
import { hang, ROOMS } from '../../../src/player/gallery.ts';

const first = ROOMS[0]!.traces[0]!;
const [page, of] = [first.slice(0, first.lastIndexOf('/')), first.slice(first.lastIndexOf('/') + 1)];

test('a program hangs where the list names it, not where it names its page', () => {
  const rooms = hang([
    { slug: page, of: 'zz.cjs' },
    { slug: page, of },
  ]);
  expect(rooms[0]!.pieces).toEqual([{ slug: page, programs: [{ slug: page, of }] }]);
  expect(rooms.flatMap(({ pieces }) => pieces.flatMap(({ programs }) => programs))).toHaveLength(2);
});

test('a program that nothing names comes last, and an empty room is left out', () => {
  const rooms = hang([{ slug: 'nowhere/at-all', of: 'a.cjs' }]);
  expect(rooms.map(({ id }) => id)).toEqual(['more']);
});

test('programs of one page hang together', () => {
  const rooms = hang([
    { slug: 'nowhere/a', of: '1.cjs' },
    { slug: 'nowhere/b', of: '2.cjs' },
    { slug: 'nowhere/a', of: '3.cjs' },
  ]);
  expect(rooms[0]!.pieces.map(({ slug, programs }) => [slug, programs.length])).toEqual([
    ['nowhere/a', 2],
    ['nowhere/b', 1],
  ]);
});
