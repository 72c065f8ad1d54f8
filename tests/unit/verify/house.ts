import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { readLedger, type Ledger } from '../../../src/fences/ledger.ts';
import { NODE_LINES, type NodeLine } from '../../../src/fences/lines.ts';
import { verify, type House } from '../../../verify/command.ts';
import type { NodeBinary } from '../../../verify/nodes.ts';
import { LIMITS } from '../../../verify/run.ts';

/** A folder that goes when the test ends. */
export function tempFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'verify-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every Node line is played by the current Node; a program can tell them apart by LINE in its environment. */
function playedNodes(root: string, lines: readonly NodeLine[]): NodeBinary[] {
  return lines.map((line) => {
    const bin = path.join(root, 'lines', String(line), 'node');
    mkdirSync(path.dirname(bin), { recursive: true });
    writeFileSync(bin, `#!/bin/sh\nLINE=${line} exec '${process.execPath}' "$@"\n`);
    chmodSync(bin, 0o755);
    return { line, version: NODE_LINES[line], bin };
  });
}

export interface TestHouse {
  house: House;
  /** Runs a command line; gives its exit code and what it wrote. */
  run: (...argv: string[]) => Promise<{ code: number; text: string }>;
  write: (slug: string, source: string) => void;
  read: (slug: string) => string;
  fileOf: (slug: string) => string;
  ledger: () => Ledger;
}

/** A small bank in a temporary folder: pages by slug. */
export function makeHouse(pages: Record<string, string>, limits: Partial<House['limits']> = {}): TestHouse {
  const root = tempFolder();
  const content = path.join(root, 'docs');
  mkdirSync(path.join(root, 'node_modules', 'greeting'), { recursive: true });
  writeFileSync(path.join(root, 'node_modules/greeting/package.json'), '{ "name": "greeting", "main": "index.js" }');
  writeFileSync(path.join(root, 'node_modules/greeting/index.js'), "module.exports = 'hello from a package';");
  const fileOf = (slug: string) => path.join(content, `${slug}.mdx`);
  const write = (slug: string, source: string) => {
    mkdirSync(path.dirname(fileOf(slug)), { recursive: true });
    writeFileSync(fileOf(slug), source);
  };
  for (const [slug, source] of Object.entries(pages)) write(slug, source);
  const house: House = {
    content,
    cwd: root,
    tool: 'test',
    ledger: path.join(root, 'ledger.json'),
    cache: path.join(root, '.cache/verify.json'),
    modules: path.join(root, 'node_modules'),
    limits: { ...LIMITS, ...limits },
    nodes: async (lines) => playedNodes(root, lines),
    terminal: { write: () => {}, isTTY: false, columns: 80 },
  };
  const run = async (...argv: string[]) => {
    let text = '';
    const code = await verify(argv, {
      ...house,
      terminal: {
        ...house.terminal,
        write: (part) => {
          text += part;
        },
      },
    });
    return { code, text };
  };
  return { house, run, write, fileOf, read: (slug) => readFileSync(fileOf(slug), 'utf8'), ledger: () => readLedger(house.ledger) };
}

/** A page: fences given as they stand in MDX. */
export const page = (...parts: string[]): string => `---\ntitle: A page\n---\n\n${parts.join('\n\n')}\n`;

/** A JavaScript program fence. By default on one line only, so that a test runs it once. */
export const js = (code: string, words = 'title="a.cjs" node="24"'): string => `\`\`\`js run ${words}\n${code}\n\`\`\``;

export const sh = (code: string, words = 'node="24"'): string => `\`\`\`sh run ${words}\n${code}\n\`\`\``;

export const output = (text: string, words = ''): string => `\`\`\`text output${words ? ` ${words}` : ''}\n${text}\n\`\`\``;

/** Whether a process still lives. */
export function isAlive(pid: number): boolean {
  // A zombie that nobody has reaped yet is dead for us.
  const stat = `/proc/${pid}/stat`;
  if (existsSync('/proc/self/stat')) return existsSync(stat) && !/\) Z/.test(readOr(stat));
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return ') Z';
  }
}
