import { expect, test } from 'vitest';
import type { Correction } from '../../../src/bank/corrections.ts';
import { questionsOf } from '../../../src/bank/questions.ts';
import { atomFeed, OPENING } from '../../../src/share/feed.ts';
import { robots } from '../../../src/share/robots.ts';
import { fields } from '../bank/fields.ts';

const question = (id: number, name: string, reviewed: string, title = `Question ${id}?`) => ({
  id: `event-loop/${name}`,
  data: fields({ id, title, reviewed: new Date(reviewed) }) as { title: string },
});
const questions = questionsOf([
  question(26, 'phases', '2027-03-02'),
  question(OPENING.lastId + 1, 'newest', '2027-03-01', 'What does `a < b & c` do?'),
  question(OPENING.lastId + 2, 'older', '2027-01-01'),
]);
const corrections: Correction[] = [{ question: 'event-loop/phases', on: new Date('2027-02-01'), what: 'It said `x`.', why: 'A program.' }];
const address = (path: string): string => `https://example.org/bank/${path}`;
const feed = atomFeed({ questions, corrections, address });
const entries = (xml: string): string[] => [...xml.matchAll(/<entry>([\s\S]*?)<\/entry>/g)].map(([, entry]) => entry!);
const ids = (xml: string): string[] => entries(xml).map((entry) => /<id>(.*)<\/id>/.exec(entry)![1]!.replace('tag:node-answered.github.io,2026:', ''));

test('the feed has new answers and corrections, newest first, and one entry for all answers of the first day', () => {
  expect(ids(feed)).toEqual(['question/304', 'correction/event-loop-phases-2027-02-01', 'question/305', 'opening/2026-11-21']);
});

test('an entry leads to its answer or to its place among the corrections, below the base path', () => {
  expect(entries(feed)[0]).toContain('href="https://example.org/bank/event-loop/newest/"');
  expect(entries(feed)[1]).toContain('href="https://example.org/bank/corrections/#event-loop-phases-2027-02-01"');
});

test('code in titles and summaries is HTML, with its signs escaped', () => {
  expect(entries(feed)[0]).toContain('<![CDATA[What does <code>a &lt; b &amp; c</code> do?]]>');
  expect(entries(feed)[1]).toContain('<p>It said <code>x</code>.</p>');
});

test('the feed says when something last happened, not when it was built', () => {
  expect(/<updated>(.*?)<\/updated>/.exec(feed)![1]).toBe('2027-03-01T00:00:00.000Z');
  expect(atomFeed({ questions, corrections, address })).toBe(feed);
});

test('the feed keeps to the newest thirty, each with a permanent name of its own', () => {
  const many = Array.from({ length: 50 }, (_, i) => question(400 + i, `q${i}`, `2027-04-${String(1 + (i % 28)).padStart(2, '0')}`));
  const names = ids(atomFeed({ questions: questionsOf(many), corrections, address }));
  expect(names).toHaveLength(30);
  expect(new Set(names).size).toBe(30);
});

test('a correction of an answer that does not exist is left out', () => {
  expect(ids(atomFeed({ questions: [], corrections, address }))).toEqual(['opening/2026-11-21']);
});

test('robots may read everything, and are told where the list of pages is', () => {
  expect(robots('https://example.org/bank/sitemap-index.xml')).toBe('User-agent: *\nAllow: /\n\nSitemap: https://example.org/bank/sitemap-index.xml\n');
});
