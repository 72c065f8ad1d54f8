/** Endings that say little about what is looked for: `blocks`, `blocked` and `blocking` are one word. In the main what Pagefind's stemmer does. */
const ENDINGS: [RegExp, string][] = [
  [/ies$/, 'y'],
  [/(?:sses|xes|ches|shes)$/, ''],
  [/(?<!s)s$/, ''],
  [/ly$/, ''],
  [/(?:ing|ed|er|ion|ment)$/, ''],
  [/e$/, ''],
  // stopp(ed), cutt(ing)
  [/([bdgmnprt])\1$/, '$1'],
];

/** One form for the forms of a word. Short words stay: `this`, `used`, `sse`. */
export function stem(word: string): string {
  let stemmed = word;
  for (const [ending, instead] of ENDINGS) {
    const shorter = stemmed.replace(ending, instead);
    if (shorter.length >= 4) stemmed = shorter;
  }
  return stemmed;
}

/** The words of a text in one form each; `process.nextTick` and `next_tick` are cut into their parts. */
export function plainWords(text: string): string[] {
  return text
    .replaceAll('\u2060', '')
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter(Boolean)
    .map(stem);
}
