import { unverified, type NamedPage, type Unverified } from '../src/fences/unverified.ts';
import type { Page } from './bank.ts';
import type { Check, Finding } from './check.ts';
import { programsOf } from './summary.ts';

/** The gate of the build, asked here as well, so that a wrong page is known before a build is paid for. */
export const programsMatchTheLedger: Check = {
  promise: 'Every program was run as it stands on the page',
  find: ({ pages, ledger }) => unverified(pages.map(named), ledger).map(finding),
};

/** A page under the name that the ledger knows it by. */
export const named = (page: Page): NamedPage => ({ slug: page.id, file: page.path, page: programsOf(page) });

/** What the fences' own rules say, as a finding. */
export const finding = ({ file, line, title, message, repair }: Unverified): Finding => ({ path: file, line: line ?? 1, what: `${title}: ${message}`, repair });
