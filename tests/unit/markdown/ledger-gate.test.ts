import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CONTENT } from '../../../src/bank/files.ts';
import { extractPrograms } from '../../../src/fences/extract.ts';
import { formatLedger, LEDGER_FILE } from '../../../src/fences/ledger.ts';
import { NODE_LINES } from '../../../src/fences/lines.ts';
import { ledgerGate } from '../../../src/markdown/ledger-gate.ts';

const page = (fence: string): string => `---\ntitle: A\n---\n\n${fence}\n`;
const program = (text: string): string => page(`\`\`\`js run title="a.cjs" node="24"\n${text}\n\`\`\``);
const TEXT = program('1;');

/** What the gate says to a build of these pages, whose ledger knows `TEXT` as `loop/a` has it; null when it lets it pass. */
function verdict(pages: Record<string, string>): string | null {
  const root = mkdtempSync(join(tmpdir(), 'ledger-gate-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const { hash } = extractPrograms(TEXT).programs[0]!;
  const entry = { page: 'loop/a', title: 'a.cjs', runs: { 24: { version: NODE_LINES[24] } } };
  const files: Record<string, string> = { [LEDGER_FILE]: formatLedger({ about: '', programs: { [hash]: entry } }) };
  for (const [name, source] of Object.entries(pages)) files[`${CONTENT}/${name}.mdx`] = source;
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const start = ledgerGate(root).hooks['astro:build:start'] as () => void;
  try {
    start();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

test('a build passes when each program was run as its page has it', () => {
  expect(verdict({ 'loop/a': TEXT })).toBeNull();
});

test('a program that changed since its run stops the build, with its place and the command that runs it', () => {
  const said = verdict({ 'loop/a': program('2;') });
  expect(said).toContain(`${CONTENT}/loop/a.mdx:5  a.cjs\n  This text (program, helpers or output) has not been run on Node 24.`);
  expect(said).toContain('→ npm run verify -- --only loop/a');
});

test('mistakes in fences stop the build, those of all pages at once, each with its place', () => {
  const said = verdict({ 'loop/a': TEXT, 'loop/b': page('```js rum\n1;\n```'), 'loop/c': page('\n```js\n1;\n```') });
  expect(said).toContain(`${CONTENT}/loop/b.mdx:5  the page\n  "rum" is not a meta word of a fence.`);
  expect(said).toContain(`${CONTENT}/loop/c.mdx:6  the page\n  This JavaScript is not run.`);
});
