import { extractPrograms, type Page as Programs } from '../src/fences/extract.ts';
import type { NamedPage, Unverified } from '../src/fences/unverified.ts';
import type { Page } from './bank.ts';
import type { Finding } from './check.ts';

/** The programs of a page; none when its fences have a mistake, which another check reports. */
export function programsOf(page: Page): Programs {
  try {
    return extractPrograms(page.source);
  } catch {
    return { programs: [], skipped: [], fences: 0 };
  }
}

/** A page under the name that the ledger knows it by. */
export const named = (page: Page): NamedPage => ({ slug: page.id, file: page.path, page: programsOf(page) });

/** What the fences' own rules say, as a finding. */
export const finding = ({ file, line, title, message, repair }: Unverified): Finding => ({ path: file, line: line ?? 1, what: `${title}: ${message}`, repair });
