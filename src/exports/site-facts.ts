import { NODE_LINES } from '../fences/lines.ts';
import { PROMISE, SITE_NAME } from '../site.ts';
import type { BuiltAnswer } from './built-answers.ts';

/** What every file to take away says of the bank as a whole. */
export const BANK = { name: SITE_NAME, about: PROMISE, nodeLines: NODE_LINES } as const;

/** The address of the site's first page, ending in `/`. */
export const homeOf = ({ address }: BuiltAnswer): string => new URL('../../', address).href;
