import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { answerFile } from '../../../src/exports/answer-file.ts';
import { bankJson } from '../../../src/exports/bank-json.ts';
import { bankJsonSchema, bankSchema } from '../../../src/exports/bank-schema.ts';
import { llms, llmsFull } from '../../../src/exports/llms.ts';
import { formatSize } from '../../../src/exports/size.ts';
import { extractPrograms } from '../../../src/fences/extract.ts';
import type { Ledger } from '../../../src/fences/ledger.ts';
import { answer } from './answers.ts';

const phases = answer(24, 'event-loop/phases', '<h2 id="lap">One lap</h2><p>Text.</p>', { followUps: ['event-loop/timers', 'event-loop/nowhere'] });
const timers = answer(29, 'event-loop/timers');
const all = new Map([phases, timers].map((one) => [one.slug, one]));

describe('an answer as a Markdown file', () => {
  const file = answerFile(phases, all);
  const [, header, text] = file.split(/^---$/m);

  it('begins with what it is and whose', () => {
    expect(parse(header!)).toEqual({
      title: 'What is `phases`?',
      id: 24,
      level: 'mid',
      segment: 'The event loop',
      tags: ['event-loop', 'timers'],
      address: 'https://example.org/bank/event-loop/phases/',
      permanent: 'https://example.org/bank/q/24/',
      reviewed: '2026-11-21',
      node: [22, 24, 26],
      licence: 'CC BY 4.0, https://creativecommons.org/licenses/by/4.0/',
      source: 'Node Answered, https://example.org/bank/',
    });
    expect(header).toContain('\ntags: [event-loop, timers]\n');
  });

  it('holds question, spoken answer, answer, what is asked next, and sources', () => {
    expect(text!.trim().split('\n\n')).toEqual([
      '# What is `phases`?',
      '## In half a minute',
      'It is `this`. It is not that.',
      '## One lap',
      'Text.',
      '## They will ask next',
      '- [What is `timers`?](https://example.org/bank/event-loop/timers/)',
      '## Sources',
      '- [libuv: \\[the loop\\]](https://docs.libuv.org/en/v1.x/design.html)',
    ]);
  });
});

describe('llms.txt', () => {
  const full = llmsFull([answerFile(phases, all), answerFile(timers, all)]);
  const lines = llms([phases, timers], full).split('\n');

  it('has the form of llmstxt.org: a title, a quote, and sections of links', () => {
    expect(lines[0]).toBe('# Node Answered');
    expect(lines[2]).toMatch(/^> \S/);
    expect(lines.filter((line) => line.startsWith('#'))).toEqual(['# Node Answered', '## The event loop', '## Optional']);
    const links = lines.filter((line) => line.startsWith('-'));
    for (const line of links) expect(line).toMatch(/^- \[.+\]\(https:\/\/example\.org\/bank\/\S+\): \S/);
    expect(links).toHaveLength(4);
  });

  it('leads to the Markdown of an answer and says its first sentence', () => {
    expect(lines).toContain('- [What is `timers`?](https://example.org/bank/event-loop/timers.md): mid. It is `this`.');
  });

  it('holds every answer in its long form', () => {
    expect(full.match(/^# .*/gm)).toEqual(['# Node Answered', '# What is `phases`?', '# What is `timers`?']);
  });
});

const fence = (info: string, code: string): string => `\`\`\`${info}\n${code}\n\`\`\`\n`;
const SOURCE = [
  fence('js file="lib.cjs"', 'exports.x = 1;'),
  fence('js run title="order" as="cjs mjs"', 'console.log(1);\n\nconsole.log(2);'),
  fence('text output as="cjs"', 'a'),
  fence('text output as="mjs"', 'b'),
  fence('js run title="race.cjs" outcomes="20" node="22 24"', 'race();'),
  fence('text output', 'x'),
  fence('text output', 'y'),
].join('\n');
const [order, race] = extractPrograms(SOURCE).programs;
const release = { 22: '22.23.3', 24: '24.21.0', 26: '26.10.0' };
const ledger: Ledger = {
  about: '',
  programs: {
    [order!.hash]: { page: '', title: '', runs: { 22: { version: release[22] }, 24: { version: release[24] }, 26: { version: release[26] } } },
    [race!.hash]: { page: '', title: '', runs: { 22: { version: release[22], counts: [3, 17] }, 24: { version: release[24], counts: [0, 20] } } },
  },
};

describe('bank.json', () => {
  const bank = bankJson([phases], new Map([[phases.slug, SOURCE]]), ledger);
  const [question] = bank.questions;

  it('is what its schema says', () => {
    expect(bankSchema.parse(JSON.parse(JSON.stringify(bank)))).toEqual(bank);
    expect(bank.$schema).toBe('https://example.org/bank/bank.schema.json');
  });

  it('holds a program with its files, its outputs and the releases it ran on', () => {
    expect(question!.files).toEqual([{ name: 'lib.cjs', code: 'exports.x = 1;' }]);
    expect(question!.programs[0]).toEqual({
      title: 'order',
      kind: 'node',
      names: ['order.cjs', 'order.mjs'],
      code: 'console.log(1);\n\nconsole.log(2);',
      files: ['lib.cjs'],
      needs: [],
      throws: false,
      runs: release,
      outcomes: null,
      outputs: [
        { text: 'a', lines: [22, 24, 26], name: 'order.cjs' },
        { text: 'b', lines: [22, 24, 26], name: 'order.mjs' },
      ],
    });
  });

  it('says how a race ended, and how often', () => {
    expect(question!.programs[1]).toMatchObject({
      outcomes: 20,
      runs: { 22: '22.23.3', 24: '24.21.0' },
      outputs: [
        { text: 'x', counts: { 22: 3, 24: 0 } },
        { text: 'y', counts: { 22: 17, 24: 20 } },
      ],
    });
  });

  it('has an edition that changes with the content, and not with the address of the site', () => {
    const moved = JSON.parse(JSON.stringify(phases).replaceAll('https://example.org/bank/', 'http://localhost/')) as typeof phases;
    const sources = new Map([[phases.slug, SOURCE]]);
    expect(bankJson([moved], sources, ledger).edition).toBe(bank.edition);
    expect(bankJson([{ ...phases, short: 'Otherwise.' }], sources, ledger).edition).not.toBe(bank.edition);
  });

  it('says on which days an answer was corrected', () => {
    const corrections = [phases.slug, 'streams/pipe'].map((slug) => ({ question: slug, on: new Date('2026-11-20'), what: 'It was wrong.', why: 'A run.' }));
    const corrected = bankJson([phases], new Map([[phases.slug, SOURCE]]), ledger, corrections);
    expect(corrected.questions[0]!.corrected).toEqual(['2026-11-20']);
    expect(question!.corrected).toEqual([]);
  });

  it('is not written with a program that is not in the ledger', () => {
    const changed = new Map([[phases.slug, SOURCE.replace('race()', 'race(2)')]]);
    expect(() => bankJson([phases], changed, ledger)).toThrow(
      'event-loop/phases: race.cjs is not in the ledger. Run: npm run verify -- --only event-loop/phases --update',
    );
  });

  it('has a JSON Schema that describes every field', () => {
    const schema = bankJsonSchema('https://example.org/bank.schema.json') as { $schema: string; properties: Record<string, { description?: string }> };
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    for (const [name, field] of Object.entries(schema.properties)) expect(field.description, name).toBeTruthy();
  });
});

it.each([
  [400, '1 KB'],
  [48_200, '48 KB'],
  [999_700, '1.0 MB'],
  [2_771_424, '2.8 MB'],
  [12_300_000, '12 MB'],
])('says %i bytes as %s', (bytes, said) => {
  expect(formatSize(bytes)).toBe(said);
});
