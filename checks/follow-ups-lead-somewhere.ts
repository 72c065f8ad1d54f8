import type { Bank, Page } from './bank.ts';
import type { Check } from './check.ts';
import { movedTo } from './moved.ts';
import { fieldLine } from './places.ts';

/** The follow-ups of a page as written, whatever else is wrong with them. */
export const followUpsOf = (page: Page): unknown[] => (Array.isArray(page.data['followUps']) ? page.data['followUps'] : []);

/** A follow-up that does not exist is silently left out of the page. */
export const followUpsLeadSomewhere: Check = {
  promise: 'Every follow-up is another question of the bank',
  find: (bank) =>
    bank.questions.flatMap((page) =>
      followUpsOf(page).flatMap((slug, i) => {
        if (bank.questions.some((q) => q.id === slug) && slug !== page.id) return [];
        const what = slug === page.id ? 'followUps names the page itself.' : `followUps names "${String(slug)}", which is not a question.`;
        return [{ path: page.path, line: fieldLine(page.source, ['followUps', i]), what, repair: repairOf(slug, page, bank) }];
      }),
    ),
};

function repairOf(slug: unknown, page: Page, { questions, redirects }: Bank): string {
  if (slug === page.id) return 'Name the question an interviewer would ask after this one.';
  const moved = movedTo(String(slug), redirects);
  if (moved !== undefined) return `It has moved. Write ${moved}.`;
  const name = String(slug).split('/').at(-1)!;
  const near = questions.filter((q) => q.id !== page.id && q.name.split('-').some((word) => word.length > 5 && name.includes(word)));
  const some = (near.length > 0 ? near : questions.filter((q) => q.segmentId === page.segmentId && q.id !== page.id)).slice(0, 4);
  return some.length > 0 ? `Did you mean ${some.map((q) => q.id).join(', ')}?` : 'There is no other question yet.';
}
