/** The keys around each letter on a QWERTY keyboard. */
const NEAR: Record<string, string> = {
  a: 'qws',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo',
  j: 'hk',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  q: 'wa',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu',
  z: 'x',
};

/** Words shorter than this are left as they are: one letter less and nobody could tell what was meant. */
const MIN_LETTERS = 5;

/**
 * Mistypes the longest word: two letters swapped, one missing, one twice, or the key beside it. The first letter stays, since
 * people seldom miss that one.
 * @param random gives numbers from 0 to 1
 * @returns null when no word is long enough
 */
export function mistype(query: string, random: () => number): string | null {
  const longest = [...query.matchAll(/[a-z]+/gi)].sort((a, b) => b[0].length - a[0].length)[0];
  if (!longest || longest[0].length < MIN_LETTERS) return null;
  const word = longest[0];
  const pick = (count: number): number => Math.floor(random() * count);
  for (;;) {
    const at = 1 + pick(word.length - 1);
    const letter = word[at]!;
    const near = NEAR[letter.toLowerCase()]!;
    const key = near[pick(near.length)]!;
    const typed = [
      word.slice(0, at) + (word[at + 1] ?? '') + letter + word.slice(at + 2),
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + letter + word.slice(at),
      word.slice(0, at) + (letter === letter.toLowerCase() ? key : key.toUpperCase()) + word.slice(at + 1),
    ][pick(4)]!;
    if (typed !== word) return query.slice(0, longest.index) + typed + query.slice(longest.index + word.length);
  }
}
