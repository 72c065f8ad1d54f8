/**
 * Pages that have moved: the address that was published, and where its content is now. Both as on the site, without BASE. The old
 * address stays and leads to the new one, with the `#…` of a link. Lines are only ever added.
 *
 * An example: '/event-loop/the-phases/': '/event-loop/phases/',
 */
export const REDIRECTS: Readonly<Record<string, string>> = {};
