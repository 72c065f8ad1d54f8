import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bankOf } from '../../../checks/bank.ts';
import { everySourceIsAnswered } from '../../../checks/every-source-is-answered.ts';
import { readSources } from '../../../checks/sources.ts';
import { summary, wordsOf } from '../../../checks/summary.ts';
import { words } from '../bank/fields.ts';
import { file, found, lineWith, question } from './bank.ts';

const sources = {
  units: [
    { id: '004-005', question: 'event-loop/a' },
    { id: '004-006', question: 'event-loop/b' },
    { id: '009-001', question: 'streams/x' },
  ],
  claims: [{ id: '004-C03', question: 'event-loop/a' }],
  numbers: new Map<string, number>(),
};

describe('the sources of a segment', () => {
  const told = (pages: Parameters<typeof found>[1]) => found(everySourceIsAnswered, pages, { sources });

  test('are covered when every unit and claim is named, on whichever page', () => {
    expect(told([question('event-loop/a', { asked: ['004-005', '004-006'] })])).toEqual([]);
  });

  test('that are not named are told at the question they were meant for', () => {
    const page = question('event-loop/a', { asked: [], corrects: [] });
    expect(told([page])).toEqual([
      `event-loop/a.mdx:${lineWith(page, 'asked:')} no page names unit 004-005 in asked. → Cover it, then add it to asked.`,
      'event-loop/b.mdx:1 no page names unit 004-006 in asked. → Write the page.',
      `event-loop/a.mdx:${lineWith(page, 'corrects:')} no page names claim 004-C03 in corrects. → Cover it, then add it to corrects.`,
    ]);
  });

  test('of a segment without pages are not due yet', () => {
    expect(told([question('streams/x', { asked: ['009-001'], corrects: [] })])).toEqual([]);
  });

  test('that do not exist are told', () => {
    const page = question('event-loop/a', { asked: ['004-005', '004-006', '004-999'] });
    expect(told([page])).toEqual([`event-loop/a.mdx:${lineWith(page, '004-999')} asked names "004-999", and there is no such unit. → Correct the number.`]);
  });

  test('are skipped, and said to be, where their lists are not at hand', () => {
    expect(found(everySourceIsAnswered, [question('event-loop/a')])).toEqual(['skipped: the lists of units and claims are not here']);
  });

  test('are read from their three files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sources-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'units.tsv'), 'unit\tquestion\talso\ttitle\n004-005\tevent-loop/a\t\tWhen?\n');
    writeFileSync(join(folder, 'claims.jsonl'), '{"id":"004-C03","claim":"x","question":"event-loop/a"}\n');
    writeFileSync(join(folder, 'questions.tsv'), 'id\tslug\tlevel\tquestion\n23\tevent-loop/a\tmid\tWhat?\n');
    expect(readSources(folder)).toEqual({
      units: [{ id: '004-005', question: 'event-loop/a' }],
      claims: [expect.objectContaining({ id: '004-C03', question: 'event-loop/a' })],
      numbers: new Map([['event-loop/a', 23]]),
    });
  });
});

test('the summary counts what the bank holds', () => {
  const body = `${words(200)}\n\n\`\`\`js run title="a.mjs"\n1\n\`\`\`\n\n\`\`\`js norun="why"\n2\n\`\`\`\n\n<Myth claim="x">No.</Myth>\n\n<Flow nodes={[]} edges={[]} title="x" description="y" />\n`;
  const pages = [
    question('event-loop/a', {}, body),
    question('event-loop/b', {}, words(300)),
    file('event-loop', { title: 'Loop' }, '<Myth claim="y">No.</Myth>'),
  ];
  expect(summary(bankOf(pages))).toBe(
    '2 questions · 1 programs · 1 of 2 JavaScript fences not run (50.0 %) · 1 diagrams · 2 myths · 0 predictions · words of an answer: median 251, fewest 201, most 300',
  );
});

test('words are those of the text, tables included', () => {
  const [page] = bankOf([question('event-loop/a', {}, 'Two words.\n\n| three | `four` |\n| - | - |\n| five | six |\n')]).pages;
  expect(wordsOf(page!)).toBe(6);
});
