import { FenceError, parseMdx } from '../src/fences/codes.ts';
import type { Node } from '../src/fences/tree.ts';

/**
 * The tree of an MDX page, front matter included, so that lines are those of the file.
 *
 * @throws Error with path and line when the page is not MDX
 */
export function parsePage({ path, source }: { path: string; source: string }): Node {
  try {
    return parseMdx(source);
  } catch (error) {
    throw new Error(`${path}:${error instanceof FenceError ? error.line : 1}  ${(error as Error).message}`, { cause: error });
  }
}
