import { expect, test } from 'vitest';
import { askedAfter, asQuestion, questionsOf, type PageLike } from '../../../src/bank/questions.ts';
import { fields } from './fields.ts';

const page = (id: string, changes: Record<string, unknown> = {}): PageLike => ({ id, data: fields(changes) as PageLike['data'] });

test('a page with an id is a question and knows its address, its segment and its title', () => {
  expect(asQuestion(page('event-loop/phases', { title: 'Which phases?' }))).toMatchObject({
    slug: 'event-loop/phases',
    segmentId: 'event-loop',
    title: 'Which phases?',
    id: 26,
  });
});

test('a page without an id is not a question', () => {
  expect(asQuestion({ id: 'event-loop', data: { title: 'The event loop' } })).toBeNull();
});

test('questions come in the order of their ids, and plain pages are left out', () => {
  const all = questionsOf([page('a/last', { id: 30 }), { id: 'a', data: { title: 'A' } }, page('b/first', { id: 2 })]);
  expect(all.map((q) => q.slug)).toEqual(['b/first', 'a/last']);
});

test('the way back from a question are the ones that name it as a follow-up', () => {
  const all = questionsOf([
    page('a/one', { id: 1, followUps: ['a/two', 'a/three'] }),
    page('a/two', { id: 2, followUps: ['a/one', 'a/three'] }),
    page('a/three', { id: 3, followUps: ['a/one', 'a/four'] }),
  ]);
  expect(askedAfter('a/three', all).map((q) => q.slug)).toEqual(['a/one', 'a/two']);
  expect(askedAfter('a/four', all).map((q) => q.slug)).toEqual(['a/three']);
});
