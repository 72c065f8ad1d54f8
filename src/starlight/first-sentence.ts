/** The first sentence of a text: up to a full stop, question mark or colon-free end that is followed by a capital letter. */
export function firstSentence(text: string): string {
  return /^.+?[.?!](?=\s+[A-Z`“])/s.exec(text)?.[0] ?? text;
}
