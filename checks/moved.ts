import type { Bank } from './bank.ts';

/**
 * Where a page is now that has left a redirect: what to write in place of its old name.
 *
 * @param slug as in the address of the page, without slashes at its ends
 */
export const movedTo = (slug: string, redirects: Bank['redirects']): string | undefined => redirects[`/${slug}/`]?.replace(/^\/|\/$/g, '');
