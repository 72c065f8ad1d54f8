import type { Output, Program } from '../src/fences/extract.ts';
import { normalise } from '../src/fences/mask.ts';
import type { Wanted } from './desired.ts';

/** A change of whole lines of a page: `remove` lines from the 0-based line `at`, put `insert` there. */
interface Edit {
  at: number;
  remove: number;
  insert: string[];
}

/** The outputs that each program should have; programs without an entry are left alone. */
export type Wishes = Map<Program, Wanted[]>;

/** Rewrites the output fences of a page. Everything else stays byte for byte, and so does a fence that is right already. */
export function rewritePage(source: string, wishes: Wishes): string {
  const lines = source.split('\n');
  const edits = [...wishes].flatMap(([program, wanted]) => editsFor(program, wanted, lines));
  for (const { at, remove, insert } of edits.toSorted((a, b) => b.at - a.at)) lines.splice(at, remove, ...insert);
  return lines.join('\n');
}

function editsFor(program: Program, wanted: Wanted[], lines: string[]): Edit[] {
  const slots = pair(program.outputs, wanted);
  const edits: Edit[] = [];
  const extra: string[] = [];
  for (const { fence, wish } of slots) {
    if (fence && wish) edits.push(...replace(program, fence, wish, lines));
    else if (fence) edits.push(removal(fence, lines));
    else if (wish) extra.push(...insertion(program, wish, lines));
  }
  // New fences stand after the last one that stays, or directly below the program.
  const last =
    slots
      .filter(({ fence, wish }) => fence && wish)
      .map(({ fence }) => fence!.to)
      .at(-1) ?? program.to;
  if (extra.length > 0) edits.push({ at: last, remove: 0, insert: extra });
  return edits;
}

/** Which fence becomes which: fences that cover the same stay in their places; otherwise both go in page order. */
function pair(fences: Output[], wanted: Wanted[]): { fence?: Output; wish?: Wanted }[] {
  const twin = (fence: Output) => wanted.find((w) => covers(fence) === covers(w));
  const oneToOne = fences.length === wanted.length && new Set(fences.map(twin)).size === wanted.length && fences.every(twin);
  if (oneToOne && new Set(wanted.map(covers)).size === wanted.length) return fences.map((fence) => ({ fence, wish: twin(fence)! }));
  return Array.from({ length: Math.max(fences.length, wanted.length) }, (_, i) => ({ fence: fences[i]!, wish: wanted[i]! }));
}

const covers = ({ lines, variant }: Pick<Output, 'lines' | 'variant'>): string => `${lines.join(' ')}|${variant}`;

function replace(program: Program, fence: Output, wish: Wanted, lines: string[]): Edit[] {
  const opening = lines[fence.from - 1]!;
  const sameText = normalise(fence.value, program.masks) === wish.text;
  const sameCover = covers(fence) === covers(wish);
  if (sameText && sameCover) return [];
  const info = sameCover ? opening : withCover(opening, program, wish);
  if (sameText) return [{ at: fence.from - 1, remove: 1, insert: [info] }];
  const mark = /[`~]{3,}/.exec(opening)![0];
  const body = bodyLines(wish.text, opening);
  const longer = fenceMark(wish.text, mark);
  const closing = lines[fence.to - 1]!;
  const edges = longer === mark ? [info, closing] : [info.replace(mark, longer), closing.replace(/[`~]{3,}/, longer)];
  return [{ at: fence.from - 1, remove: fence.to - fence.from + 1, insert: [edges[0]!, ...body, edges[1]!] }];
}

/** The fence goes, and the blank lines above it. */
function removal(fence: Output, lines: string[]): Edit {
  let at = fence.from - 1;
  while (at > 0 && /^[\s>]*$/.test(lines[at - 1]!)) at -= 1;
  return { at, remove: fence.to - at, insert: [] };
}

function insertion(program: Program, wish: Wanted, lines: string[]): string[] {
  const opening = lines[program.from - 1]!;
  const prefix = prefixOf(opening);
  const end = opening.endsWith('\r') ? '\r' : '';
  const mark = fenceMark(wish.text, '```');
  return [
    `${prefix.trimEnd()}${end}`,
    `${prefix}${mark}text output${coverWords(program, wish)}${end}`,
    ...bodyLines(wish.text, opening),
    `${prefix}${mark}${end}`,
  ];
}

function withCover(opening: string, program: Program, wish: Wanted): string {
  const end = opening.endsWith('\r') ? '\r' : '';
  return opening.trimEnd().replace(/\s+(?:node|as)=(?:"[^"]*"|'[^']*'|\S+)/g, '') + coverWords(program, wish) + end;
}

function coverWords(program: Program, { lines, variant }: Wanted): string {
  const node = lines.length === program.lines.length ? '' : ` node="${lines.join(' ')}"`;
  return variant === null ? node : `${node} as="${variant.slice(program.title.length + 1)}"`;
}

/** What stands before a fence on its lines: blanks, or the marks of a quotation; a list marker continues as blanks. */
function prefixOf(opening: string): string {
  return opening.slice(0, opening.search(/[`~]{3}/)).replace(/[^\s>]/g, ' ');
}

function bodyLines(text: string, opening: string): string[] {
  const prefix = prefixOf(opening);
  const end = opening.endsWith('\r') ? '\r' : '';
  return text
    .split('\n')
    .map((line) => (line === '' ? prefix.trimEnd() : prefix + line) + end)
    .slice(0, text === '' ? 0 : undefined);
}

/** A mark longer than every run of backticks or tildes in the text. */
function fenceMark(text: string, mark: string): string {
  const runs = text.match(mark[0] === '~' ? /~{3,}/g : /`{3,}/g) ?? [];
  return mark[0]!.repeat(Math.max(mark.length, ...runs.map((run) => run.length + 1)));
}
