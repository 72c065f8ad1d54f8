import { parseMdx } from '../../src/fences/codes.ts';
import { extractPrograms, FenceError, type Program } from '../../src/fences/extract.ts';
import { namesIn } from '../../src/fences/traces.ts';
import { attribute, components, lineOf } from '../../src/fences/tree.ts';
import { traceFileOf } from '../../src/traces/files.ts';
import type { PageFile } from '../pages.ts';

/** A `<Trace of="…" />` on a page, with the program it shows. */
export interface Use {
  page: PageFile;
  /** Line of the word on the page. */
  line: number;
  /** The name the program is run under. */
  name: string;
  program: Program;
  /** The trace's file, seen from the project's root. */
  file: string;
}

/**
 * Finds the traces that a page asks for.
 *
 * @throws FenceError with the line when a word names no program of the page
 */
export function findUses(page: PageFile): Use[] {
  const words = components(parseMdx(page.source), 'Trace');
  if (words.length === 0) return [];
  const { programs } = extractPrograms(page.source);
  const names = programs.filter(({ kind }) => kind === 'node').flatMap(({ variants }) => variants);
  const asked = words.flatMap((word) => {
    const named = namesIn(attribute(word, 'of') ?? '');
    return (named.length > 0 ? named : ['']).map((name) => ({ word, name }));
  });
  const uses = asked.map(({ word, name }) => {
    const program = programs.find(({ variants }) => variants.includes(name));
    if (program) return { page, line: lineOf(word), name, program, file: traceFileOf(page.slug, name) };
    const known = names.length > 0 ? `Programs of this page: ${names.join(', ')}.` : 'This page has none.';
    throw new FenceError(`<Trace of="${name}" /> names no program of this page. ${known}`, lineOf(word));
  });
  const twice = uses.find(({ name }, index) => uses.findIndex((use) => use.name === name) !== index);
  if (twice) throw new FenceError(`<Trace of="${twice.name}" /> stands twice on this page. Remove one of them.`, twice.line);
  return uses;
}
