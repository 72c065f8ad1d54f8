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
  const esm = /^\.m/.test(extension) || (!/^\.c/.test(extension) && !parses(src, false));
  if (!parses(src, esm)) throw new Refused('It is no JavaScript that the parser knows. Run it with Node and read the message.');
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

function parses(src: string, esm: boolean): boolean {
  try {
    parseProgram(src, esm);
    return true;
  } catch {
    return false;
  }
}
