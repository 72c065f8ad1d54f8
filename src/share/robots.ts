/**
 * What crawlers may read: everything. And where the list of pages is.
 *
 * They ask for it at the root of a host only, so below a base path it helps nobody: there, name the sitemap to a search engine yourself.
 *
 * @param sitemap absolute
 */
export const robots = (sitemap: string): string => `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
