import { expect, test } from 'vitest';
import { followUpsLeadSomewhere } from '../../../checks/follow-ups-lead-somewhere.ts';
import { noQuestionIsAnOrphan } from '../../../checks/no-question-is-an-orphan.ts';
import { found, lineWith, question } from './bank.ts';

const asks = (id: string, ...followUps: unknown[]) => question(id, { followUps });
const circle = [
  asks('event-loop/a', 'event-loop/b', 'event-loop/c'),
  asks('event-loop/b', 'event-loop/c', 'event-loop/a'),
  asks('event-loop/c', 'event-loop/a', 'event-loop/b'),
];

test('follow-ups that are other questions are right', () => {
  expect(found(followUpsLeadSomewhere, circle)).toEqual([]);
});

test('a follow-up that does not exist is told on its own line, with those it may mean', () => {
  const page = asks('event-loop/phases', 'event-loop/microtask', 'event-loop/a');
  const pages = [page, asks('event-loop/a', 'event-loop/phases'), asks('event-loop/microtasks-vs-macrotasks', 'event-loop/a')];
  expect(found(followUpsLeadSomewhere, [page, ...pages.slice(1).map((p) => ({ ...p, data: { ...p.data, followUps: [] } }))])).toEqual([
    `event-loop/phases.mdx:${lineWith(page, 'event-loop/microtask')} followUps names "event-loop/microtask", which is not a question. → Did you mean event-loop/a, event-loop/microtasks-vs-macrotasks?`,
  ]);
});

test('a follow-up that has moved is told with its new name', () => {
  const pages = [asks('event-loop/a', 'event-loop/old'), ...circle.slice(1)];
  expect(found(followUpsLeadSomewhere, pages, { redirects: { '/event-loop/old/': '/event-loop/c/' } })).toEqual([
    expect.stringContaining('→ It has moved. Write event-loop/c.'),
  ]);
});

test('a question is not its own follow-up', () => {
  expect(found(followUpsLeadSomewhere, [...circle.slice(1), asks('event-loop/a', 'event-loop/a')])).toEqual([
    expect.stringContaining('followUps names the page itself. → Name the question an interviewer would ask after this one.'),
  ]);
});

test('a question that no other one leads to is told', () => {
  expect(found(noQuestionIsAnOrphan, circle)).toEqual([]);
  expect(found(noQuestionIsAnOrphan, [...circle, asks('event-loop/d', 'event-loop/a', 'event-loop/d')])).toEqual([
    'event-loop/d.mdx:3 is the follow-up of no other question. → Add event-loop/d to the followUps of the page after which an interviewer would ask it.',
  ]);
});

test('the first question of a segment is no orphan yet', () => {
  expect(found(noQuestionIsAnOrphan, [...circle, asks('streams/a', 'event-loop/a')])).toEqual([]);
});

test('front matter without a list of follow-ups breaks neither check', () => {
  const page = question('event-loop/a', { followUps: 'event-loop/b' });
  expect(found(followUpsLeadSomewhere, [page])).toEqual([]);
  expect(found(noQuestionIsAnOrphan, [page])).toEqual([]);
});
