/** The largest weight of a word: one digit in the file. */
export const MAX_WEIGHT = 9;

/** What is corrected, and what is corrected to: four small letters or more, as names and English words have. Not `sha256`, nor a hash. */
export const isWord = (word: string): boolean => /^[a-z][a-z0-9_]{3,39}$/.test(word) && !/\d{3}|^[0-9a-f]{8,}$/.test(word);

const FORMS: [ending: RegExp, instead: string[]][] = [
  [/(?<=[^s])s$/, ['']],
  [/(?<=s|x|z|o|ch|sh)es$/, ['']],
  [/ies$/, ['y']],
  [/(?<=.{4})(?:ed|ing)$/, ['', 'e']],
  [/(?<=.{5})ly$/, ['']],
];

/** The words of which this one would be a regular form: of `closing` `clos` and `close`. */
const regularForms = (word: string): string[] =>
  FORMS.flatMap(([ending, instead]) => (ending.test(word) ? instead.map((letters) => word.replace(ending, letters)) : []));

/** The words of the site, sorted, and how likely each is meant. */
export interface Words {
  sorted: string[];
  weights: Map<string, number>;
}

/** Reads `words.txt`, which `word-list.ts` writes and explains. */
export function readWords(text: string): Words {
  const weights = new Map<string, number>();
  let before = '';
  for (const line of text.split('\n')) {
    const [, rest, weight] = /^.(.*?)(\d?)$/.exec(line)!;
    before = before.slice(0, parseInt(line[0]!, 36)) + rest;
    weights.set(before, Number(weight));
  }
  return { sorted: [...weights.keys()], weights };
}

/** Whether the site has this word or a regular form of it. */
export const isKnown = (word: string, { weights }: Words): boolean => weights.has(word) || regularForms(word).some((form) => weights.has(form));

/** Whether a word of the site begins so. */
export function isBeginning(word: string, { sorted }: Words): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return !!sorted[low]?.startsWith(word);
}
