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

export const CONTENT = 'src/content/docs';

/**
 * Reads the front matter of every page below `src/content/docs`, sorted by path.
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
      const [, yaml] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(source) ?? [];
      if (yaml === undefined) throw new Error(`${path}: has no front matter. Begin the file with a block between two lines of ---.`);
      let data: PageLike['data'];
      try {
        // YAML 1.2 has no dates; Astro's loader reads them, so we do too.
        data = parse(yaml, { customTags: ['timestamp'] }) as PageLike['data'];
      } catch (error) {
        throw new Error(`${path}: the front matter is not YAML. ${(error as Error).message}`, { cause: error });
      }
      const id = path.slice(CONTENT.length + 1).replace(/(?:\/index)?\.mdx$/, '');
      return { id, path, source, data };
    });
}
