import { mdxToJs, type MdastPluginEntry } from 'satteri';
import { expect, test } from 'vitest';
import { extractPrograms } from '../../../src/fences/extract.ts';
import type { Entry, Ledger } from '../../../src/fences/ledger.ts';
import { fencesPlugin } from '../../../src/markdown/fences.ts';

const RUNS: Entry['runs'] = { 22: { version: '22.1.0' }, 24: { version: '24.1.0' }, 26: { version: '26.1.0' } };

/** A ledger in which every program of the page was run on these lines. */
function ledgerFor(source: string, runs: Entry['runs'] = RUNS): Ledger {
  const programs = extractPrograms(source).programs.map((program) => [program.hash, { page: 'x/y', title: program.title, runs }]);
  return { about: '', programs: Object.fromEntries(programs) as Ledger['programs'] };
}

/** The meta strings of a page's fences after the plugin, in page order. */
function metas(source: string, ledger: Ledger): string[] {
  const seen: string[] = [];
  const recorder: MdastPluginEntry = () => ({
    name: 'recorder',
    code(node) {
      seen.push(node.meta ?? '');
    },
  });
  mdxToJs(source, { mdastPlugins: [fencesPlugin(() => ledger), recorder], features: { frontmatter: true } });
  return seen;
}

const page = (...blocks: string[]): string => ['---\ntitle: A page\n---', ...blocks].join('\n\n');
const fence = (meta: string, code = '1'): string => `\`\`\`${meta}\n${code}\n\`\`\``;

test('a program that ran carries the Node lines it ran on', () => {
  const source = page(fence('js run title="a.mjs"'), fence('text output'));
  expect(metas(source, ledgerFor(source))).toEqual(['run title="a.mjs" ran="22 24 26"', 'output']);
});

test('a program for some lines carries those', () => {
  const source = page(fence('js run title="a.mjs" node=">=24"'));
  expect(metas(source, ledgerFor(source))).toEqual(['run title="a.mjs" node=">=24" ran="24 26"']);
});

test('a program that changed since its run carries no line', () => {
  const ledger = ledgerFor(page(fence('js run title="a.mjs"', 'old')));
  expect(metas(page(fence('js run title="a.mjs"', 'new')), ledger)).toEqual(['run title="a.mjs" ran=""']);
});

test('a program that did not run on one of its lines counts as not run', () => {
  const source = page(fence('js run title="a.mjs"'));
  expect(metas(source, ledgerFor(source, { 22: { version: '22.1.0' } }))).toEqual(['run title="a.mjs" ran=""']);
});

test('an output for some Node lines says which', () => {
  const source = page(fence('js run title="a.mjs"'), fence('text output node="22 24"', 'x'), fence('text output node="26"', 'y'));
  expect(metas(source, ledgerFor(source)).slice(1)).toEqual(['output node="22 24" note="Node 22, 24"', 'output node="26" note="Node 26"']);
});

test('an output of one module system says which', () => {
  const source = page(fence('js run title="order" as="cjs mjs"'), fence('text output as="cjs"', 'x'), fence('text output as="mjs"', 'y'));
  expect(metas(source, ledgerFor(source)).slice(1)).toEqual(['output as="cjs" note="order.cjs"', 'output as="mjs" note="order.mjs"']);
});

test('each outcome of a race says how often it was seen on each line', () => {
  const source = page(fence('js run title="race.cjs" outcomes=40'), fence('text output', 'x'), fence('text output', 'y'));
  const runs: Entry['runs'] = {
    22: { version: '22.1.0', counts: [39, 1] },
    24: { version: '24.1.0', counts: [30, 10] },
    26: { version: '26.1.0', counts: [0, 40] },
  };
  expect(metas(source, ledgerFor(source, runs)).slice(1)).toEqual([
    'output note="Of 40 runs each: 39 on Node 22, 30 on Node 24, 0 on Node 26"',
    'output note="Of 40 runs each: 1 on Node 22, 10 on Node 24, 40 on Node 26"',
  ]);
});

test('a race that was not run yet promises no counts', () => {
  const source = page(fence('js run title="race.cjs" outcomes'), fence('text output', 'x'));
  expect(metas(source, { about: '', programs: {} })[1]).toBe('output note="One of several outcomes"');
});

test('a program that is not run says why, and quotes in the reason do no harm', () => {
  expect(metas(page(fence(`js norun='needs a "cluster"'`)), { about: '', programs: {} })).toEqual([
    `norun='needs a "cluster"' note="Not run: needs a ”cluster”"`,
  ]);
});

test('other fences are left alone', () => {
  expect(metas(page(fence('json title="package.json"', '{}')), { about: '', programs: {} })).toEqual(['title="package.json"']);
});

test('a mistake in the grammar stops the page with its line and a hint', () => {
  const run = (): unknown => metas(page(fence('js', 'forgotten()')), { about: '', programs: {} });
  expect(run).toThrow(/This JavaScript is not run\. Add `run title="name\.mjs"`/);
  expect.assertions(3);
  try {
    run();
  } catch (error) {
    expect(error).toMatchObject({ line: 5 });
    expect(JSON.stringify(error) + String((error as { hint?: string }).hint)).toContain('Fences that run');
  }
});
