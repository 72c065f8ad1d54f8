/** What the build says to the worker, and worker and page to each other. Types only: the build and the browser both import them. */

/** A file of the site: its address below the base path ('' is the home page), the SHA-256 of its bytes in base64, its size in bytes. */
export type Entry = readonly [address: string, sha256: string, size: number];

/** The site as one build made it. */
export interface Edition {
  /** Twelve hexadecimal digits that stand for all bytes below. */
  version: string;
  files: readonly Entry[];
  /** Pages that only lead to another, with that address. The worker knows the way and need not save them. */
  redirects: Readonly<Record<string, string>>;
}

/** Why saving ended before its end. */
export type Stop = 'network' | 'quota' | 'reader';

/** What the worker tells all open tabs. */
export type Told =
  | { type: 'progress'; done: number; total: number; mending: boolean }
  | { type: 'stopped'; done: number; total: number; why: Stop; mending: boolean }
  | { type: 'whole' }
  /** A file of this edition was asked for, and neither the store nor the network has it. */
  | { type: 'damaged' }
  /** Told by the tab in which the reader removed everything. */
  | { type: 'removed' };

/** What a page asks of a worker. `status` is answered on the port sent with it. */
export type Asked = 'status' | 'pause' | 'mend' | 'take-over';

/** What a worker says about the edition it serves. */
export interface Status {
  version: string;
  /** Milliseconds since 1970; null when the note of it is lost. */
  savedAt: number | null;
  /** How many files are not in the store. */
  missing: number;
  total: number;
}
