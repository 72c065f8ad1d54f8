import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import type { Program } from '../../src/fences/extract.ts';
import { refuseUnclear, Refused } from './refuse.ts';
import { parseProgram } from './syntax.ts';

/** A program to be traced, under one of its names. */
export interface Subject {
  program: Program;
  /** The name it is run under. */
  name: string;
  /** Its text without types; lines and columns are those of the original. */
  src: string;
  esm: boolean;
}

/** A program with more lines than this is nothing to follow step by step. */
const MOST_LINES = 30;

/**
 * Makes a program ready for the recorder.
 *
 * @throws Refused when it cannot be traced
 */
export function subjectOf(program: Program, name: string): Subject {
  if (program.kind === 'shell') throw new Refused('It is a shell program. Trace the JavaScript it runs.');
  const lines = program.code.split('\n').length;
  if (lines > MOST_LINES) throw new Refused(`It has ${lines} lines; nobody follows more than ${MOST_LINES} step by step. Show less.`);
  const extension = path.extname(name);
  const src = /ts$/.test(extension) ? strip(program.code) : program.code;
  const type = /^\.([cm])/.exec(extension)?.[1] ?? { commonjs: 'c', module: 'm' }[packageTypeOf(program) ?? ''];
  const esm = type ? type === 'm' : complaint(src, false) !== null && complaint(src, true) === null;
  const wrong = complaint(src, esm);
  if (wrong) throw wrong;
  refuseUnclear(parseProgram(src, esm));
  return { program, name, src, esm };
}

function strip(code: string): string {
  try {
    return stripTypeScriptTypes(code);
  } catch (error) {
    throw new Refused(`Its types cannot be stripped (${(error as Error).message}). Use only types that Node strips itself.`);
  }
}

/** What a package.json beside the program says about files without `c` or `m` in their extension. */
function packageTypeOf({ files }: Program): string | undefined {
  const file = files.find(({ name }) => name === 'package.json');
  return file && (JSON.parse(file.code) as { type?: string }).type;
}

/** What the parser has against a text, or null. */
function complaint(src: string, esm: boolean): Refused | null {
  try {
    parseProgram(src, esm);
    return null;
  } catch (error) {
    const { message, loc } = error as SyntaxError & { loc?: { line: number; column: number } };
    const kind = esm ? 'an ES module' : 'a script';
    return new Refused(`As ${kind} it is no JavaScript: ${message.replace(/ \(\d+:\d+\)$/, '')}. Repair it, and see that Node runs it.`, loc?.line);
  }
}
