/** The texts of the front matter are plain, with `code` in backticks. This is what pages, books, feeds and cards make of them. */

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in an element or an attribute of HTML or SVG. */
export const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => escapes[c]!);

/** Such a text as HTML: backticks become `<code>`, everything else is escaped. */
export const inlineCode = (text: string): string => escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** Such a text where there can be no elements: in an attribute, a title, a picture. */
export const withoutTicks = (text: string): string => text.replaceAll('`', '');

/** The first sentence of a text: up to the first `.`, `?` or `!` before a capital letter, a quotation or code. Without one, the whole text. */
export function firstSentence(text: string): string {
  return /^.+?[.?!](?=\s+[A-Z`“])/s.exec(text)?.[0] ?? text;
}
