import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { PageLike } from './questions.ts';

/** A page as it stands on disk. */
export interface PageFile extends PageLike {
  /** Path from the project's root, with `/`. */
  path: string;
  source: string;
}

/** Where the pages are, seen from the project's root. */
export const CONTENT = 'src/content/docs';

/** The id of a page by its path below the content folder, as in Astro's collection: `event-loop/phases`; `event-loop` for its index. */
export const idOf = (name: string): string => name.replaceAll('\\', '/').replace(/(?:\/index)?\.mdx$/, '');

/** The YAML of a page's front matter, or undefined when it has none. It begins on the second line of the page. */
export const frontMatterOf = (source: string): string | undefined => /^---\r?\n([\s\S]*?)\r?\n---/.exec(source)?.[1];

/**
 * Reads every page below `src/content/docs` with its front matter, sorted by path.
 *
 * @param root the project's root
 * @throws Error with the path when a page has no front matter or it is not YAML
 */
export function readPages(root: string): PageFile[] {
  return globSync(`${CONTENT}/**/*.mdx`, { cwd: root })
    .sort()
    .map((found) => {
      const path = found.replaceAll('\\', '/');
      const source = readFileSync(join(root, path), 'utf8');
      const yaml = frontMatterOf(source);
      if (yaml === undefined) throw new Error(`${path}: has no front matter. Begin the file with a block between two lines of ---.`);
      let data: PageLike['data'];
      try {
        // YAML 1.2 has no dates; Astro's loader reads them, so we do too.
        data = parse(yaml, { customTags: ['timestamp'] }) as PageLike['data'];
      } catch (error) {
        throw new Error(`${path}: the front matter is not YAML. ${(error as Error).message}`, { cause: error });
      }
      return { id: idOf(path.slice(CONTENT.length + 1)), path, source, data };
    });
}
