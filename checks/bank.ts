import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORRECTIONS_FILE } from '../src/bank/corrections.ts';
import { CONTENT, readPages, type PageFile } from '../src/bank/files.ts';
import { splitSlug } from '../src/bank/segments.ts';
import { LEDGER_FILE, readLedger, type Ledger } from '../src/fences/ledger.ts';
import type { Node } from '../src/fences/tree.ts';
import { readPublished, type Published } from './published.ts';
import { REDIRECTS } from '../src/share/redirects.ts';
import { readSources, type Sources } from './sources.ts';
import { parsePage } from './parse-page.ts';

/** A page with everything a check may want to look at. Its front matter is as written: one of the checks is whether it is valid. */
export interface Page extends PageFile {
  segmentId: string;
  /** The rest of the slug; empty for a segment's index. */
  name: string;
  isQuestion: boolean;
  tree: Node;
}

/** The bank as it stands on disk: what every check is given. */
export interface Bank {
  pages: Page[];
  questions: Page[];
  /** Files below the content folder that are not pages, from the project's root. */
  strays: string[];
  published: Published;
  /** Pages that have moved: from where to where. */
  redirects: Readonly<Record<string, string>>;
  ledger: Ledger;
  /** The text of the file of corrections. */
  corrections: string;
  /** The source units and claims, or null where they are not at hand. */
  sources: Sources | null;
}

/** Where the lists of source units and claims lie, seen from the project's root. They are not part of the repository. */
const SOURCES = '../shared/bank';

/**
 * Reads everything the checks look at.
 *
 * @param root the project's root
 * @throws Error with the path when a page cannot be read as a page at all
 */
export function readBank(root: string): Bank {
  const folder = join(root, SOURCES);
  return {
    ...bankOf(readPages(root)),
    strays: globSync(`${CONTENT}/**/*.{md,markdown,mdown,html}`, { cwd: root }).map((path) => path.replaceAll('\\', '/')),
    published: readPublished(root),
    redirects: REDIRECTS,
    ledger: readLedger(join(root, LEDGER_FILE)),
    corrections: readFileSync(join(root, CORRECTIONS_FILE), 'utf8'),
    sources: existsSync(folder) ? readSources(folder) : null,
  };
}

/** A bank of these pages and nothing beside them. */
export function bankOf(files: readonly PageFile[]): Bank {
  const pages = files.map((file) => {
    const { segmentId, name } = splitSlug(file.id);
    return { ...file, segmentId, name, isQuestion: file.data['id'] !== undefined, tree: parsePage(file) };
  });
  return {
    pages,
    questions: pages.filter((page) => page.isQuestion),
    strays: [],
    published: {},
    redirects: {},
    ledger: { about: '', programs: {} },
    corrections: '',
    sources: null,
  };
}
