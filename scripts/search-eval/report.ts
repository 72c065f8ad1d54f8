import { KINDS } from './queries.ts';
import { place, score, split, type Answered, type Score } from './score.ts';

const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;

function row(name: string, { queries, mrr, first, three }: Score): string {
  return [name.padEnd(26), String(queries).padStart(7), mrr.toFixed(3).padStart(8), percent(first).padStart(10), percent(three).padStart(10)].join('');
}

/** MRR@10 and success among the first and the first three, by kind and in all. */
export function table(title: string, answered: readonly Answered[]): string {
  const { clean, typos } = split(answered);
  const groups: [string, Answered[]][] = [
    ...[...KINDS, 'made typo' as const].map((kind): [string, Answered[]] => [kind, answered.filter((one) => one.kind === kind)]),
    ['all without typos', clean],
    ['all with one typo', typos],
  ];
  const head = ['kind'.padEnd(26), 'queries'.padStart(7), 'MRR@10'.padStart(8), 'first'.padStart(10), 'in three'.padStart(10)].join('');
  return ['', title, head, ...groups.filter(([, group]) => group.length > 0).map(([name, group]) => row(name, score(group)))].join('\n');
}

/** The queries whose page does not come among the first three, and what comes instead. */
export function misses(answered: readonly Answered[]): string {
  return answered
    .filter((one) => place(one) > 3)
    .map((one) => {
      const at = place(one) === Infinity ? 'not in the first ten' : `place ${place(one)}`;
      return `✗ ${one.kind}: "${one.words}" → ${one.pages.join(' or ')}: ${at}\n    instead: ${one.found.slice(0, 3).join(', ') || 'nothing'}`;
    })
    .join('\n');
}

/** The value below which this part of the numbers lies. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}
