import { NODE_LINES } from '../fences/lines.ts';
import { CONTENT_LICENCE, PROMISE, SITE_NAME } from '../site.ts';
import type { BuiltAnswer } from './built-answers.ts';

/** What every file to take away says of the bank as a whole. */
export const BANK = { name: SITE_NAME, about: PROMISE, nodeLines: NODE_LINES } as const;

/** The licence of the answers, see LICENSE-CONTENT. */
export const LICENCE = { id: 'CC-BY-4.0', name: 'CC BY 4.0', url: CONTENT_LICENCE } as const;

/** The address of the site's first page, ending in `/`. */
export const homeOf = ({ address }: BuiltAnswer): string => new URL('../../', address).href;
