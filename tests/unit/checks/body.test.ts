import { describe, expect, test } from 'vitest';
import { answersExplainThemselves } from '../../../checks/answers-explain-themselves.ts';
import { calloutsHaveIdsOfTheirOwn } from '../../../checks/callouts-have-ids-of-their-own.ts';
import { everyProgramIsRunOrExplained } from '../../../checks/every-program-is-run-or-explained.ts';
import { fewProgramsAreNotRun } from '../../../checks/few-programs-are-not-run.ts';
import { headingsHaveShortIds } from '../../../checks/headings-have-short-ids.ts';
import { programsMatchTheLedger } from '../../../checks/programs-match-the-ledger.ts';
import { extractPrograms } from '../../../src/fences/extract.ts';
import { NODE_LINES } from '../../../src/fences/lines.ts';
import { words } from '../bank/fields.ts';
import { found, lineWith, question } from './bank.ts';

const page = (body: string) => question('event-loop/a', {}, body);
const fence = (meta: string, code = '1') => `\`\`\`${meta}\n${code}\n\`\`\`\n`;

describe('a heading', () => {
  const headings = (body: string) => found(headingsHaveShortIds, [page(body)]).map((line) => line.slice(line.indexOf(' ') + 1));

  test('with a short id of its own is right', () => {
    expect(headings('## Two queues {#two-queues}\n\n### One rule {#rule}')).toEqual([]);
  });

  test('without an id is told on its line, with one to paste', () => {
    const source = page('Text.\n\n## Rename the `file` and the answer flips\n');
    expect(found(headingsHaveShortIds, [source])).toEqual([
      `event-loop/a.mdx:${lineWith(source, '## Rename')} the heading "Rename the file and the answer flips" has no id. → Give it one that will not change: ## Rename the file and the answer flips {#rename-the-file}`,
    ]);
  });

  test('inside a component needs one too', () => {
    expect(headings('<Senior>\n\n### Pools\n\n</Senior>')).toEqual([expect.stringContaining('### Pools {#pools}')]);
  });

  test('of the first level is only the title', () => {
    expect(headings('# Title {#title}')).toEqual([expect.stringContaining('is a heading of the first level, which only the title is. → Write ## Title.')]);
  });

  test.each(['Two', 'two_queues', 'a-very-long-id-that-nobody-would-ever-like-to-read'])('with the id %s is told', (id) => {
    expect(headings(`## Two {#${id}}`)).toEqual([expect.stringContaining(`the id "${id}" is not short and plain.`)]);
  });

  test('with an id of the page around it is told', () => {
    expect(headings('## Sources {#sources}')).toEqual([expect.stringContaining('the id "sources" is used by the page around the answer.')]);
  });

  test('with the id of another is told', () => {
    expect(headings('## One {#a}\n\n## Two {#a}')).toEqual([expect.stringContaining('the id "a" stands twice on this page.')]);
  });

  test('in a program is no heading', () => {
    expect(headings(fence('sh run', '# comment'))).toEqual([]);
  });
});

describe('a callout', () => {
  const callouts = (...blocks: string[]) => found(calloutsHaveIdsOfTheirOwn, [page(blocks.join('\n\n'))]).map((line) => line.slice(line.indexOf(' ') + 1));
  const myth = (words: string) => `<Myth claim="${words}">\n  No.\n</Myth>`;

  test('with first words of its own is right', () => {
    expect(callouts(myth('Node is slow'), myth('Node is fast'), '<Say>Yes.</Say>')).toEqual([]);
  });

  test('that begins like another, or like a heading, is told, with the way out', () => {
    const repair = 'Give it one that says what it is about: <Myth … id="myth-…">';
    expect(callouts(myth('a b c d e f one'), myth('a b c d e f two'))).toEqual([`has the id "myth-a-b-c-d-e-f" of something above it. → ${repair}`]);
    expect(callouts('## To say {#say}', '<Say>Yes.</Say>')).toEqual([expect.stringContaining('→ Give it one that says what it is about: <Say id="say-…">')]);
  });

  test('with an id that is not plain is told', () => {
    expect(callouts('<Say id="Say it">Yes.</Say>')).toEqual([expect.stringContaining('the id "Say it" is not plain.')]);
  });
});

describe('an answer', () => {
  test('of 150 words explains itself; programs, outputs and front matter do not count', () => {
    expect(found(answersExplainThemselves, [page(words(150))])).toEqual([]);
    expect(found(answersExplainThemselves, [page(`${words(100)} \`code\`\n\n${fence('text output', words(300))}`)])).toEqual([
      expect.stringContaining('event-loop/a.mdx:1 explains itself in 101 words.'),
    ]);
  });

  test('counts the words of its callouts', () => {
    expect(found(answersExplainThemselves, [page(`<Senior>\n${words(150)}\n</Senior>`)])).toEqual([]);
  });
});

describe('a program', () => {
  test('that is neither run nor explained is told on its line', () => {
    const source = page(`Text.\n\n${fence('js', 'forgotten()')}`);
    expect(found(everyProgramIsRunOrExplained, [source])).toEqual([
      expect.stringContaining(`event-loop/a.mdx:${lineWith(source, '```js')} This JavaScript is not run.`),
    ]);
  });

  test('that did not run as it stands is told; one that did is right', () => {
    const source = page(fence('js run title="a.mjs"', 'console.log(1)') + '\n' + fence('text output'));
    expect(found(programsMatchTheLedger, [source])).toEqual([expect.stringContaining(`event-loop/a.mdx:${lineWith(source, '```js')} a.mjs: `)]);
    const [program] = extractPrograms(source.source).programs;
    const runs = Object.fromEntries(Object.entries(NODE_LINES).map(([line, version]) => [line, { version }]));
    const ledger = { about: '', programs: { [program!.hash]: { page: 'event-loop/a', title: 'a.mjs', runs } } };
    expect(found(programsMatchTheLedger, [source], { ledger })).toEqual([]);
  });

  test('may stay without a run once in twenty times', () => {
    const run = (count: number) => Array.from({ length: count }, (_, i) => fence(`js run title="p${i}.mjs"`)).join('\n');
    const skipped = fence('js norun="needs a cluster"');
    expect(found(fewProgramsAreNotRun, [page(`${run(19)}\n${skipped}`)])).toEqual([]);
    expect(found(fewProgramsAreNotRun, [page(`${run(18)}\n${skipped}`)])).toEqual([expect.stringContaining('needs a cluster')]);
  });
});
