import { FenceError, readCodes, type Code } from './codes.ts';
import { readHelpers } from './names.ts';
import { coverageMistake } from './outputs.ts';
import { hashOf, type Page, type Program } from './program.ts';
import { isScript, readOutput, readProgram } from './read-program.ts';

export { FenceError };
export type { Output, Page, Program, ProgramFile, Skipped } from './program.ts';

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
  const page: Page = { programs: [], skipped: [], fences: codes.filter(isScript).length };
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
      page.skipped.push({ title: meta.title ?? code.lang, reason: meta.norun, from: code.from, script: isScript(code) });
    } else if (meta.run) {
      owner = readProgram(code, helpers, page.programs);
      ownerEnd = code;
      page.programs.push(owner);
    } else {
      checkIdle(code);
    }
  }
  for (const program of page.programs) {
    const mistake = options.repairing ? null : coverageMistake(program);
    if (mistake) throw new FenceError(mistake.message, mistake.line);
    program.hash = hashOf(program);
  }
  return page;
}

/** A fence that is not run itself: a helper, or no program at all. */
function checkIdle(code: Code): void {
  const idle = (['throws', 'node', 'needs', 'mask', 'outcomes', 'as'] as const).find((word) => code.meta[word] !== undefined);
  if (idle) throw new FenceError(`"${idle}" means something only on a fence that runs. Add \`run\`, or remove it.`, code.from);
  if (!isScript(code) || code.meta.file) return;
  throw new FenceError(
    'This JavaScript is not run. Add `run title="name.mjs"`, or `file="name.mjs"` for a helper, or `norun="the reason, shown on the page"`.',
    code.from,
  );
}
