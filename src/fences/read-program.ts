import { FenceError, type Code } from './codes.ts';
import { ALL_LINES, parseLines } from './lines.ts';
import { parseMasks } from './mask.ts';
import { checkTitle } from './names.ts';
import type { Output, Program, ProgramFile } from './program.ts';

const SCRIPT = new Set(['js', 'mjs', 'cjs', 'javascript', 'ts', 'mts', 'cts', 'typescript']);
const SHELL = new Set(['sh', 'bash', 'shell']);

/** Whether a fence is JavaScript or TypeScript. */
export const isScript = (code: Code): boolean => SCRIPT.has(code.lang);

/**
 * Reads a `run` fence, still without its outputs and hash.
 *
 * @param above the programs above it on the page, which a shell fence finds in its folder
 * @throws FenceError for a wrong word, or a name that is taken
 */
export function readProgram(code: Code, helpers: ProgramFile[], above: Program[]): Program {
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
  if (!shell && !isScript(code)) fail(`A fence in "${code.lang}" cannot run. Runnable languages: js, ts, sh.`);
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

/**
 * Reads a `text output` fence.
 *
 * @param owner the program whose output it is
 * @throws FenceError for a word that belongs on the program, or a line or name that the program does not have
 */
export function readOutput(code: Code, owner: Program): Output {
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
