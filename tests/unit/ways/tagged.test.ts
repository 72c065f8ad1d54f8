import { expect, test } from 'vitest';
import { questionsOf, type Question } from '../../../src/bank/questions.ts';
import { byLevel, bySegment, relatedTags, taggedWith, usedTags } from '../../../src/ways/tagged.ts';
import { fields } from '../bank/fields.ts';

const question = (id: number, slug: string, level: string, ...tags: string[]): Question =>
  questionsOf([{ id: slug, data: { ...fields({ id, level, tags }), title: slug } }])[0]!;

const all = [
  question(1, 'event-loop/a', 'senior', 'timers', 'libuv'),
  question(2, 'event-loop/b', 'junior', 'timers', 'promises'),
  question(3, 'async/c', 'mid', 'promises', 'timers', 'libuv'),
  question(4, 'async/d', 'junior', 'promises', 'timers', 'abort'),
];
const slugs = (questions: readonly Question[]): string[] => questions.map(({ slug }) => slug);

test('a tag has the questions that carry it', () => {
  expect(slugs(taggedWith('libuv', all))).toEqual(['event-loop/a', 'async/c']);
});

test('a tag that no question carries has no page', () => {
  expect(usedTags(all)).toHaveLength(4);
  expect(usedTags(all)).not.toContain('streams');
});

test('questions stand by segment in the order of study, and from junior to senior', () => {
  expect(bySegment(all.toReversed()).map(({ segment }) => segment.id)).toEqual(['event-loop', 'async']);
  expect(slugs(byLevel(all))).toEqual(['event-loop/b', 'async/d', 'async/c', 'event-loop/a']);
});

test('related are the tags that stand beside a tag more than once, most frequent first', () => {
  expect(relatedTags('timers', all)).toEqual(['promises', 'libuv']);
});
