/** The first sentence of a text: up to the first `.`, `?` or `!` before a capital letter, a quotation or code. Without one, the whole text. */
export function firstSentence(text: string): string {
  return /^.+?[.?!](?=\s+[A-Z`“])/s.exec(text)?.[0] ?? text;
}
