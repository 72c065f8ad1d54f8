import { expect, test } from 'vitest';
import { segment, SEGMENTS, splitSlug } from '../../../src/bank/segments.ts';
import { TAGS } from '../../../src/bank/tags.ts';

test('a segment is found by the name of its folder', () => {
  expect(segment('event-loop').title).toBe('The event loop');
});

test('an unknown segment is refused with the place of the list and what is in it', () => {
  expect(() => segment('eventloop')).toThrow(/no segment "eventloop"\. Segments are listed in src\/bank\/segments\.ts: foundations, event-loop,/);
});

test('every segment has a folder name of its own, a title and one sentence', () => {
  expect(new Set(SEGMENTS.map((s) => s.id)).size).toBe(SEGMENTS.length);
  for (const { id, title, about } of SEGMENTS) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(title).not.toBe('');
    expect(about).toMatch(/^[A-Z].*\.$/);
  }
});

test('a slug is a segment and a name; the index of a segment has no name', () => {
  expect(splitSlug('event-loop/phases')).toEqual({ segmentId: 'event-loop', name: 'phases' });
  expect(splitSlug('event-loop')).toEqual({ segmentId: 'event-loop', name: '' });
});

test('the tags are sorted and none stands twice', () => {
  expect([...TAGS]).toEqual([...new Set(TAGS)].sort());
});
