import { createHash } from 'node:crypto';
import { FenceError, readCodes, type Code } from './codes.ts';
import { ALL_LINES, parseLines, type NodeLine } from './lines.ts';
import { parseMasks, type Mask } from './mask.ts';
import { checkTitle, readHelpers } from './names.ts';
import { coverageMistake } from './outputs.ts';

export { FenceError };

/** An output fence: what the program above it prints. Lines are 1-based lines of the page. */
export interface Output {
  value: string;
  /** Line of the opening and of the closing fence. */
  from: number;
  to: number;
  lines: NodeLine[];
  variant: string | null;
}

/** A file the program finds in its folder. */
export interface ProgramFile {
  name: string;
  code: string;
}

/** A runnable fence with everything that belongs to it. */
export interface Program {
  kind: 'node' | 'shell';
  title: string;
  code: string;
  from: number;
  to: number;
  /** Names the code is run under: one, or one for each module system of `as`. For a shell fence, its title. */
  variants: string[];
  /** Helper files (for a shell fence, also the programs above it). */
  files: ProgramFile[];
  throws: boolean;
  lines: NodeLine[];
  needs: string[];
  masks: Mask[];
  /** How often a race is run, or null when there is one right output. */
  outcomes: number | null;
  outputs: Output[];
  /** Changes with everything that can change the result; the key of the ledger. */
  hash: string;
}

/** A fence that is not run, with the reason shown on the page. */
export interface Skipped {
  title: string;
  reason: string;
  from: number;
  script: boolean;
}

/** `fences` counts the JavaScript fences, run or not. */
export interface Page {
  programs: Program[];
  skipped: Skipped[];
  fences: number;
}

const SCRIPT = new Set(['js', 'mjs', 'cjs', 'javascript', 'ts', 'mts', 'cts', 'typescript']);
const SHELL = new Set(['sh', 'bash', 'shell']);

/**
 * Finds the programs of one page: runnable fences, their helper files and their outputs.
 *
 * @param source the MDX text, front matter included
 * @param options `repairing`: outputs may cover lines twice or that do not run, because they are about to be rewritten
 * @throws FenceError for any mistake in the grammar (documented in CONTRIBUTING.md, "Fences that run")
 */
export function extractPrograms(source: string, options: { repairing?: boolean } = {}): Page {
  const codes = readCodes(source);
  const helpers = readHelpers(codes);
  const page: Page = { programs: [], skipped: [], fences: codes.filter((c) => SCRIPT.has(c.lang)).length };
  let owner: Program | null = null;
  let ownerEnd: Code | null = null;

  for (const code of codes) {
    const { meta } = code;
    if (meta.output) {
      if (!owner || ownerEnd !== code.previous) {
        throw new FenceError('This output follows no `run` fence. Put it directly below the program it belongs to.', code.from);
      }
      owner.outputs.push(readOutput(code, owner));
      ownerEnd = code;
    } else if (meta.norun !== undefined) {
      if (meta.run) throw new FenceError('A fence cannot be both `run` and `norun`. Remove one of them.', code.from);
      page.skipped.push({ title: meta.title ?? code.lang, reason: meta.norun, from: code.from, script: SCRIPT.has(code.lang) });
    } else if (meta.run) {
      owner = readProgram(code, helpers, page.programs);
      ownerEnd = code;
      page.programs.push(owner);
    } else {
      const idle = (['throws', 'node', 'needs', 'mask', 'outcomes', 'as'] as const).find((word) => meta[word] !== undefined);
      if (idle) throw new FenceError(`"${idle}" means something only on a fence that runs. Add \`run\`, or remove it.`, code.from);
      if (!SCRIPT.has(code.lang) || meta.file) continue;
      throw new FenceError(
        'This JavaScript is not run. Add `run title="name.mjs"`, or `file="name.mjs"` for a helper, or `norun="the reason, shown on the page"`.',
        code.from,
      );
    }
  }
  for (const program of page.programs) {
    const mistake = options.repairing ? null : coverageMistake(program);
    if (mistake) throw new FenceError(mistake.message, mistake.line);
    program.hash = hashOf(program);
  }
  return page;
}

function readProgram(code: Code, helpers: ProgramFile[], above: Program[]): Program {
  const { meta, from } = code;
  const fail = (message: string): never => {
    throw new FenceError(message, from);
  };
  const attempt = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      return fail((error as Error).message);
    }
  };
  const shell = SHELL.has(code.lang);
  if (!shell && !SCRIPT.has(code.lang)) fail(`A fence in "${code.lang}" cannot run. Runnable languages: js, ts, sh.`);
  const title = meta.title ?? (shell ? 'terminal' : fail('A `run` fence needs a title that names its file: title="order.mjs".'));
  const extensions = meta.as?.trim().split(/\s+/) ?? [];
  if (!shell) checkTitle(title, extensions, fail);
  const variants = extensions.length > 0 ? extensions.map((e) => `${title}.${e}`) : [title];
  const taken = [...above.flatMap((p) => p.variants), ...helpers.map((h) => h.name)];
  const twice = shell ? undefined : variants.find((name, i) => taken.includes(name) || variants.indexOf(name) !== i);
  if (twice) fail(`Two fences of this page are called "${twice}". Give each its own name.`);
  return {
    kind: shell ? 'shell' : 'node',
    title,
    code: code.value,
    from,
    to: code.to,
    variants,
    files: shell ? [...helpers, ...above.filter((p) => p.kind === 'node').flatMap((p) => p.variants.map((name) => ({ name, code: p.code })))] : helpers,
    throws: meta.throws ?? false,
    lines: meta.node === undefined ? ALL_LINES : attempt(() => parseLines(meta.node!)),
    needs: meta.needs?.trim().split(/\s+/) ?? [],
    masks: meta.mask === undefined ? [] : attempt(() => parseMasks(meta.mask!)),
    outcomes: meta.outcomes ?? null,
    outputs: [],
    hash: '',
  };
}

function readOutput(code: Code, owner: Program): Output {
  const { meta } = code;
  const base = { value: code.value, from: code.from, to: code.to };
  const foreign = (['run', 'title', 'file', 'throws', 'needs', 'mask', 'outcomes', 'norun'] as const).find((word) => meta[word] !== undefined);
  if (foreign) throw new FenceError(`An output fence cannot say "${foreign}". Put it on the program above.`, code.from);
  let lines = owner.lines;
  if (meta.node !== undefined) {
    try {
      lines = parseLines(meta.node);
    } catch (error) {
      throw new FenceError((error as Error).message, code.from);
    }
  }
  const variant = meta.as === undefined ? null : `${owner.title}.${meta.as}`;
  if (variant !== null && !owner.variants.includes(variant)) {
    throw new FenceError(`The program above is not run as "${meta.as}". It runs as: ${owner.variants.join(', ')}.`, code.from);
  }
  return { ...base, lines, variant };
}

function hashOf(program: Program): string {
  const { kind, title, code, variants, files, throws, lines, needs, masks, outcomes, outputs } = program;
  const facts = [kind, title, code, variants, files, throws, lines, needs, masks, outcomes, outputs.map((o) => [o.value, o.lines, o.variant])];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
}
