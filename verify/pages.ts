import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { idOf } from '../src/bank/files.ts';
import { UsageError } from './options.ts';

/** A page of the bank as a file. */
export interface PageFile {
  /** `<segment>/<slug>` */
  slug: string;
  /** Absolute. */
  file: string;
  source: string;
}

/** All pages under a content folder, in the order of their slugs. */
export function findPages(content: string): PageFile[] {
  return readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx') && !name.split(path.sep).some((part) => part.startsWith('.')))
    .map((name) => {
      const file = path.join(content, name);
      return { slug: idOf(name), file, source: readFileSync(file, 'utf8') };
    })
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/**
 * Keeps the pages that `--only` names: a file, a folder, or a slug.
 *
 * @throws UsageError when one of the names fits no page
 */
export function selectPages(pages: PageFile[], only: string[], cwd: string): PageFile[] {
  if (only.length === 0) return pages;
  const wanted = only.map((name) => {
    const full = path.resolve(cwd, name);
    const slug = name.replace(/^\/|\/$/g, '').replace(/\.mdx$/, '');
    const fits = (page: PageFile) =>
      page.file === full || page.file.startsWith(full + path.sep) || page.slug === slug || page.slug.startsWith(`${slug}/`) || page.slug.endsWith(`/${slug}`);
    if (!pages.some(fits)) throw new UsageError(missing(name, full));
    return fits;
  });
  return pages.filter((page) => wanted.some((fits) => fits(page)));
}

function missing(name: string, full: string): string {
  const there = statSync(full, { throwIfNoEntry: false });
  return there ? `--only ${name} holds no .mdx page of the bank.` : `--only ${name} names no page. Write a file, a folder or a slug such as event-loop/phases.`;
}
