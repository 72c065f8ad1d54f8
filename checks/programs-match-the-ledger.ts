import { unverified } from '../src/fences/unverified.ts';
import type { Check } from './check.ts';
import { finding, named } from './programs.ts';

/** The gate of the build, asked here as well, so that a wrong page is known before a build is paid for. */
export const programsMatchTheLedger: Check = {
  promise: 'Every program was run as it stands on the page',
  find: ({ pages, ledger }) => unverified(pages.map(named), ledger).map(finding),
};
