import { href } from '../href.ts';

/** The short path of a question: for ever the same, whatever its page is called. */
export const shortPath = (id: number): string => href(`q/${id}`);

/** The address one hands on: the short path on the site's public address. */
export const shortAddress = (id: number, site: URL | undefined): string => new URL(shortPath(id), site).href;
