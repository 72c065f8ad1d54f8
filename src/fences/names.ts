import { FenceError, type Code } from './codes.ts';
import type { ProgramFile } from './program.ts';

/** A plain path below the program's folder: no `..`, nothing absolute. */
const HELPER = /^(?!\.\.?(\/|$))[\w.@-]+(\/(?!\.\.?(\/|$))[\w.@-]+)*$/;

/**
 * Collects the helper files (`file="…"`) of a page.
 *
 * @throws FenceError for a name that leaves the folder, a name taken twice, or a helper that claims to run
 */
export function readHelpers(codes: Code[]): ProgramFile[] {
  const helpers: ProgramFile[] = [];
  for (const { meta, value, from } of codes) {
    const name = meta.file;
    if (name === undefined) continue;
    if (meta.run || meta.norun !== undefined || meta.output)
      throw new FenceError('A helper (`file`) is not run by itself and prints nothing. Remove `file`, or the other word.', from);
    if (!HELPER.test(name))
      throw new FenceError(`file="${name}" is not a path inside the program's folder. Write for example file="lib.mjs" or file="data/users.json".`, from);
    if (helpers.some((helper) => helper.name === name)) throw new FenceError(`Two helpers of this page are called "${name}". Give each its own name.`, from);
    helpers.push({ name, code: value });
  }
  return helpers;
}

/** Checks that a title names a file whose extension decides the module system, or, with `as`, a name without one. */
export function checkTitle(title: string, extensions: string[], fail: (message: string) => never): void {
  if (!/^[\w-]+(\.[\w-]+)*$/.test(title)) fail(`title="${title}" is not a plain file name. Use letters, digits, "-" and one extension.`);
  if (extensions.length > 0) {
    if (/\.\w+$/.test(title)) fail(`With as="…" the title has no extension: title="${title.replace(/\.\w+$/, '')}".`);
    const wrong = extensions.find((e) => !['cjs', 'mjs'].includes(e));
    if (wrong) fail(`as="…" knows cjs and mjs, not "${wrong}".`);
  } else if (!/\.[cm]?[jt]s$/.test(title) || /\.js$/.test(title)) {
    fail(`title="${title}" must say the module system: end it in .mjs, .cjs, .ts, .mts or .cts.`);
  }
}
