import { NODE_LINES } from '../fences/lines.ts';
import { PROMISE } from '../site.ts';
import type { BuiltAnswer } from './built-answers.ts';

/** What every file to take away says of the bank as a whole. */
export const BANK = { name: 'Node Answered', about: PROMISE, nodeLines: NODE_LINES } as const;

/** The licence of the answers, see LICENSE-CONTENT. */
export const LICENCE = { id: 'CC-BY-4.0', name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;

/** The address of the site's first page, ending in `/`. */
export const homeOf = ({ address }: BuiltAnswer): string => new URL('../../', address).href;
