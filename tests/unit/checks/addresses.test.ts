import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { numbersFollowThePlan } from '../../../checks/numbers-follow-the-plan.ts';
import { pagesStandInTheirPlace } from '../../../checks/pages-stand-in-their-place.ts';
import { publishedNumbersNeverChange } from '../../../checks/published-numbers-never-change.ts';
import { appendPublished, PUBLISHED_FILE, readPublished } from '../../../checks/published.ts';
import { CONTENT } from '../../../src/bank/files.ts';
import { file, found, question } from './bank.ts';

const index = file('event-loop', { title: 'The event loop' });
const two = [question('event-loop/a', { id: 23 }), question('event-loop/b', { id: 24 })];

describe('the place of a page', () => {
  const place = (...pages: Parameters<typeof found>[1]) => found(pagesStandInTheirPlace, pages);

  test('is right in the folder of a segment that has a page of its own', () => {
    expect(place(index, ...two, file('index', { title: 'Home' }), file('404', { title: 'Not here' }))).toEqual([]);
  });

  test('is wrong for a markdown file, whose mistakes would not fail a build', () => {
    expect(found(pagesStandInTheirPlace, [], { strays: [`${CONTENT}/event-loop/a.md`] })).toEqual([
      'event-loop/a.md:1 is not an .mdx file; mistakes in it would not fail a build. → Rename it to .mdx.',
    ]);
  });

  test('is wrong in a folder that is no segment', () => {
    expect(place(question('eventloop/a'))).toEqual([
      expect.stringMatching(
        /^eventloop\/a\.mdx:\d+ is a question, but "eventloop" is not a segment\. → Move it into the folder of one: foundations, event-loop,/,
      ),
    ]);
  });

  test('is wrong below a segment', () => {
    expect(place(index, question('event-loop/timers/a'))).toEqual([expect.stringContaining('lies deeper than <segment>/<slug>.mdx. → Move it up')]);
  });

  test('is wrong for a page among the questions that is none', () => {
    expect(place(index, file('event-loop/a', { title: 'Notes' }))).toEqual([expect.stringContaining('lies among the questions of a segment but has no id.')]);
  });

  test('is wrong for a question in a segment without a page', () => {
    expect(place(question('event-loop/a'))).toEqual([
      expect.stringContaining('stands in a segment without a page of its own. → Add src/content/docs/event-loop/index.mdx'),
    ]);
  });

  test('is wrong for a question that is the page of its segment', () => {
    expect(place(question('event-loop'))).toEqual([expect.stringContaining('is the page of a segment, not a question.')]);
  });
});

describe('the number of a question', () => {
  const numbers = (pages: Parameters<typeof found>[1], published: Record<number, string>) => found(publishedNumbersNeverChange, pages, { published });
  const published = { 23: 'event-loop/a', 24: 'event-loop/b' };

  test('is right when it stands in the list', () => {
    expect(numbers(two, published)).toEqual([]);
  });

  test('of a new question has to join the list', () => {
    expect(numbers(two, { 23: 'event-loop/a' })).toEqual(['event-loop/b.mdx:3 is not in src/bank/published.json yet. → Run: npm run rules -- --update']);
  });

  test('never changes once it is published', () => {
    expect(numbers([two[0]!, question('event-loop/b', { id: 25 })], published)).toEqual([
      'event-loop/b.mdx:3 has the number 25, but was published as 24. → Write id: 24 again.',
    ]);
  });

  test('is never given to another question', () => {
    expect(numbers([two[0]!, two[1]!, question('event-loop/c', { id: 23 })], published)).toEqual([
      'event-loop/c.mdx:3 has the number 23, which belongs to event-loop/a for ever. → Take the next free one: id: 25.',
    ]);
  });

  test('is not shared by two new questions', () => {
    expect(numbers([question('event-loop/a', { id: 7 }), question('event-loop/b', { id: 7 })], { 9: 'event-loop/old' })[1]).toBe(
      'event-loop/b.mdx:3 has the number 7, and so has src/content/docs/event-loop/a.mdx. → Take the next free one for the newer of the two: id: 10.',
    );
  });

  test('of a question that is gone is missed', () => {
    expect(numbers([two[0]!], published)).toEqual([
      "event-loop/b.mdx:1 question 24 was published at /event-loop/b/ and is gone. → Restore the file, or say in src/share/redirects.ts where its answer is now: '/event-loop/b/': '/where/it-is-now/',",
    ]);
  });

  test('stays with an answer that moved and left a redirect', () => {
    const moved = [two[0]!, question('event-loop/new-name', { id: 24 })];
    const redirects = { '/event-loop/b/': '/event-loop/new-name/' };
    expect(found(publishedNumbersNeverChange, moved, { published, redirects })).toEqual([]);
  });

  test('of an answer with a new name has one repair: the line to paste', () => {
    const moved = [two[0]!, question('event-loop/new-name', { id: 24 })];
    expect(found(publishedNumbersNeverChange, moved, { published })).toEqual([
      "event-loop/b.mdx:1 question 24 was published at /event-loop/b/ and is now at /event-loop/new-name/. → Say so in src/share/redirects.ts (when it asks something else, restore the old file, and give the new one id: 25): '/event-loop/b/': '/event-loop/new-name/',",
    ]);
  });

  test('is the planned one', () => {
    const sources = {
      units: [],
      claims: [],
      numbers: new Map([
        ['event-loop/a', 23],
        ['event-loop/z', 30],
      ]),
    };
    expect(found(numbersFollowThePlan, [two[0]!], { sources })).toEqual([]);
    expect(found(numbersFollowThePlan, [question('event-loop/a', { id: 5 })], { sources })).toEqual([
      'event-loop/a.mdx:3 has the number 5; the plan gives it 23. → Write id: 23.',
    ]);
    expect(found(numbersFollowThePlan, [question('event-loop/new', { id: 30 })], { sources })).toEqual([
      'event-loop/new.mdx:3 has the number 30, which the plan gives to event-loop/z. → Take one above 30.',
    ]);
    expect(found(numbersFollowThePlan, two)).toEqual(['skipped: the plan is not here']);
  });
});

describe('the list of published questions', () => {
  function project(text?: string): string {
    const root = mkdtempSync(join(tmpdir(), 'published-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    mkdirSync(dirname(join(root, PUBLISHED_FILE)), { recursive: true });
    if (text !== undefined) writeFileSync(join(root, PUBLISHED_FILE), text);
    return root;
  }

  test('is appended to, in the order of the numbers, and then complete', () => {
    const root = project();
    expect(appendPublished(root, [two[1]!, two[0]!])).toEqual(['event-loop/b', 'event-loop/a']);
    expect(readFileSync(join(root, PUBLISHED_FILE), 'utf8')).toMatch(
      /^{\n  "about": "Appended to by .*\n  "questions": {\n    "23": "event-loop\/a",\n    "24": "event-loop\/b"\n  }\n}\n$/,
    );
    expect(appendPublished(root, two)).toEqual([]);
    expect(found(publishedNumbersNeverChange, two, { published: readPublished(root) })).toEqual([]);
  });

  test('keeps what stands in it, whatever a page says now', () => {
    const root = project();
    appendPublished(root, two);
    expect(appendPublished(root, [question('event-loop/a', { id: 99 }), question('event-loop/new', { id: 24 })])).toEqual([]);
    expect(readPublished(root)).toEqual({ 23: 'event-loop/a', 24: 'event-loop/b' });
  });

  test('takes one of two new questions with the same number, and leaves the other to the check', () => {
    const root = project();
    expect(appendPublished(root, [question('event-loop/a', { id: 7 }), question('event-loop/b', { id: 7 })])).toEqual(['event-loop/a']);
  });

  test('takes no question whose number is none', () => {
    const root = project();
    expect(appendPublished(root, [question('event-loop/a', { id: '7' })])).toEqual([]);
  });

  test('with a merge conflict in it says how to repair it', () => {
    expect(() => readPublished(project('<<<<<<<'))).toThrow(
      /^src\/bank\/published\.json is not valid JSON .* Restore it from git, then run: npm run rules -- --update$/,
    );
  });
});
