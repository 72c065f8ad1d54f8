import { mdxToMdast } from 'satteri';
import { parseMeta, type Meta } from './meta.ts';

/** A mistake of the author: where it is, and how to repair it. */
export class FenceError extends Error {
  /** 1-based line of the page. */
  readonly line: number;
  /** Where to read more; Astro prints it below the message. */
  readonly hint = 'The fences are explained in CONTRIBUTING.md, "Fences that run".';
  constructor(message: string, line: number) {
    super(message);
    this.name = 'FenceError';
    this.line = line;
  }
}

/** A code fence of a page. `from` and `to` are the lines of its marks. */
export interface Code {
  lang: string;
  meta: Meta;
  value: string;
  from: number;
  to: number;
  previous: Code | null;
}

// The tree's nodes are many kinds; only `code` matters here.
interface Node {
  type: string;
  lang?: string | null;
  meta?: string | null;
  value?: string;
  children?: Node[];
  position?: { start: { line: number }; end: { line: number } };
}

/**
 * Finds the code fences of a page, in page order. Line ends are made plain, so that a hash does not hang on the checkout.
 *
 * @throws FenceError when the page is not MDX, a fence is never closed, or a meta word is wrong
 */
export function readCodes(source: string): Code[] {
  const lines = source.split(/\r?\n/);
  const codes: Code[] = [];
  const walk = (node: Node): void => {
    if (node.type === 'code' && node.position) codes.push(readCode(node, lines, codes.at(-1) ?? null));
    node.children?.forEach(walk);
  };
  walk(parseMdx(source));
  return codes;
}

/**
 * The tree of an MDX page, front matter included, so that its lines are those of the file.
 *
 * @throws FenceError with the line when the page is not MDX
 */
export function parseMdx(source: string): Node {
  try {
    return mdxToMdast(source, { features: { frontmatter: true, headingAttributes: true } }) as Node;
  } catch (error) {
    const [, line, message] = /^(\d+):\d+: (.*?)(?: \([\w:-]+\))?$/s.exec((error as Error).message) ?? [];
    throw new FenceError(`The page is not valid MDX: ${message ?? (error as Error).message}.`, Number(line ?? 1));
  }
}

function readCode(node: Node, lines: string[], previous: Code | null): Code {
  const { start, end } = node.position!;
  if (end.line === start.line || !/^[\s>]*(?:`{3,}|~{3,})\s*$/.test(lines[end.line - 1] ?? '')) {
    throw new FenceError('This fence is never closed. End it with a line of ``` at the same indentation.', start.line);
  }
  try {
    const value = (node.value ?? '').replaceAll('\r\n', '\n');
    return { lang: node.lang ?? '', meta: parseMeta(node.meta ?? ''), value, from: start.line, to: end.line, previous };
  } catch (error) {
    throw new FenceError((error as Error).message, start.line);
  }
}
