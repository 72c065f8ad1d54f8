import { readCorrections, type Correction } from '../bank/corrections.ts';

let read: Correction[] | undefined;

/** The corrections of an answer, newest first. The file is read once for a build; while writing, each time. */
export function correctionsOf(slug: string): Correction[] {
  if (import.meta.env.DEV) read = undefined;
  read ??= readCorrections();
  return read.filter(({ question }) => question === slug);
}
