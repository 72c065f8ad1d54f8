import { zipSync, type Zippable } from 'fflate';

/** What lies in an archive: path with `/`, and contents. In this order. */
export type Entries = Iterable<readonly [path: string, contents: string | Uint8Array]>;

/** Before 1980 there is no time in a zip. fflate writes local time, so this is one, too. */
const FIXED = new Date(1980, 0, 1);

/**
 * Packs files, always to the same bytes: every entry has the same date, and the order is the caller's.
 *
 * @param stored paths that are not to be compressed: an EPUB wants its first entry so
 */
export function zip(entries: Entries, stored: readonly string[] = []): Uint8Array {
  const files: Zippable = {};
  for (const [path, contents] of entries) {
    const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
    files[path] = [bytes, { mtime: FIXED, level: stored.includes(path) ? 0 : 9 }];
  }
  return zipSync(files);
}
