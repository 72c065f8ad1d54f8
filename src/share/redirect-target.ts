/** The way that `redirectPage()` names for readers without JavaScript. In a text about it `<` is written `&lt;`. */
const REFRESH = /<meta[^>]+http-equiv="?refresh"?[^>]+content="0; ?url=([^">]+)"/i;

/**
 * Where a page that only leads on leads to, as it is written there.
 *
 * @param html a page of the built site
 * @returns an address with BASE, or null when the page has a content of its own
 */
export const redirectTarget = (html: string): string | null => REFRESH.exec(html)?.[1] ?? null;
