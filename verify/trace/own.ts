import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Program, ProgramFile } from '../../src/fences/extract.ts';
import { ALL_LINES, type NodeLine } from '../../src/fences/lines.ts';
import { standalonePage } from '../../src/player/standalone.ts';
import type { NodeBinary } from '../nodes.ts';
import { UsageError } from '../options.ts';
import type { Surroundings } from '../run.ts';
import { chooseTraces, type Candidates } from './choose.ts';
import { traceOnLine, type Counts } from './line.ts';
import { Refused } from './refuse.ts';
import { subjectOf } from './subject.ts';

interface Means {
  cwd: string;
  nodes: NodeBinary[];
  around: Surroundings;
  counts: Counts;
  say: (text: string) => void;
}

/**
 * Records a program of one's own and writes it as one HTML file.
 *
 * @returns the exit code
 * @throws UsageError when there is no such program
 */
export async function traceOwn(given: string, out: string | null, { cwd, nodes, around, counts, say }: Means): Promise<number> {
  const file = path.resolve(cwd, given);
  const program = readOwn(file, given);
  const target = path.resolve(cwd, out ?? `${file.slice(0, -path.extname(file).length)}.html`);
  if (target === file) throw new UsageError(`${given} is the program itself. Give --out another name, such as ${path.basename(file)}.html.`);
  if (!existsSync(path.dirname(target)))
    throw new UsageError(`There is no folder ${path.dirname(target)} for the HTML file. Make it, or give --out another name.`);
  try {
    const subject = subjectOf(program, program.title);
    const byLine = new Map<NodeLine, Candidates[]>();
    for (const node of nodes) byLine.set(node.line, (await traceOnLine(subject, node, around, { counts })).candidates);
    const trace = chooseTraces(program.hash, byLine);
    writeFileSync(target, standalonePage(program.title, program.code, trace));
    say(`${path.relative(cwd, target)}: ${ways(Object.keys(trace.lines).length)} on Node ${nodes.map(({ line }) => line).join(', ')}. ${ALONE}`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    say(`${given}:${error.line}\n  ${error.message}`);
    return 1;
  }
}

function readOwn(file: string, given: string): Program {
  let code: string;
  try {
    code = readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n')
      .trimEnd();
  } catch {
    throw new UsageError(`There is no program ${given}. Write: npm run trace -- my.cjs`);
  }
  if (!/\.[cm]?[jt]s$/.test(file)) throw new UsageError(`${given} is no program: its name must end in .cjs, .mjs, .js or .ts.`);
  const title = path.basename(file);
  return {
    kind: 'node',
    title,
    code,
    from: 0,
    to: 0,
    variants: [title],
    files: packageType(file),
    throws: false,
    lines: ALL_LINES,
    needs: [],
    // Each run has a folder and a number of its own, and the recorder stands in stacks.
    masks: ['path', 'pid', 'stack'],
    outcomes: null,
    outputs: [],
    hash: '',
  };
}

/** What the nearest package.json says of files whose extension says nothing: they are run as they would be in their place. */
function packageType(file: string): ProgramFile[] {
  if (!/\.[jt]s$/.test(file)) return [];
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const near = path.join(folder, 'package.json');
    if (existsSync(near)) {
      const { type } = readPackage(near);
      return type ? [{ name: 'package.json', code: JSON.stringify({ type }) }] : [];
    }
    if (folder === path.dirname(folder)) return [];
  }
}

function readPackage(file: string): { type?: string } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { type?: string };
  } catch (error) {
    throw new UsageError(`${file} is no JSON (${(error as Error).message}). It says how Node runs the program: repair it.`);
  }
}

/** What the reader of a recording would not guess. */
const ALONE = 'It ran alone, in an empty folder: without other files, input, arguments, your environment and the network.';

const ways = (count: number): string => (count === 1 ? '1 way of running' : `${count} ways of running`);
