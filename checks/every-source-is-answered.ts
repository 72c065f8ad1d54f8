import { CONTENT } from '../src/bank/files.ts';
import type { Bank, Page } from './bank.ts';
import type { Check, Finding } from './check.ts';
import { fieldLine } from './places.ts';
import type { Source } from './sources.ts';

const FIELDS = [
  { field: 'asked', list: 'units', word: 'unit' },
  { field: 'corrects', list: 'claims', word: 'claim' },
] as const;

/** A segment that is on the site covers everything the sources say about it: each unit and each false claim, on one page or another. */
export const everySourceIsAnswered: Check = {
  promise: 'Every source unit and false claim of a segment is dealt with on some page',
  find(bank) {
    const { sources, questions } = bank;
    if (!sources) return { skipped: 'the lists of units and claims are not here' };
    const open = new Set(questions.map((page) => page.segmentId));
    return FIELDS.flatMap(({ field, list, word }) => {
      const named = new Set(questions.flatMap((page) => listed(page, field)));
      const due = sources[list].filter(({ question }) => open.has(question.split('/')[0]!));
      const missing = Map.groupBy(
        due.filter(({ id }) => !named.has(id)),
        ({ question }) => question,
      );
      return [
        ...[...missing].map(([slug, items]) => missingOn(slug, items, { field, word }, bank)),
        ...questions.flatMap((page) => unknownOn(page, sources[list], { field, word })),
      ];
    });
  },
};

const listed = (page: Page, field: string): string[] => (Array.isArray(page.data[field]) ? (page.data[field] as string[]) : []);

function missingOn(slug: string, items: Source[], { field, word }: { field: string; word: string }, { questions }: Bank): Finding {
  const page = questions.find((q) => q.id === slug);
  const ids = items.map(({ id }) => id).join(', ');
  const repair = page ? `Cover it, then add it to ${field}.` : 'Write the page.';
  return {
    path: page?.path ?? `${CONTENT}/${slug}.mdx`,
    line: page ? fieldLine(page.source, [field]) : 1,
    what: `no page names ${word} ${ids} in ${field}.`,
    repair,
  };
}

function unknownOn(page: Page, known: Source[], { field, word }: { field: string; word: string }): Finding[] {
  const ids = new Set(known.map(({ id }) => id));
  return listed(page, field).flatMap((id, i) =>
    ids.has(id)
      ? []
      : [
          {
            path: page.path,
            line: fieldLine(page.source, [field, i]),
            what: `${field} names "${id}", and there is no such ${word}.`,
            repair: 'Correct the number.',
          },
        ],
  );
}
