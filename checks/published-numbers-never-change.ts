import { CONTENT } from '../src/bank/files.ts';
import type { Check, Finding } from './check.ts';
import { movedTo } from './moved.ts';
import { fieldLine } from './places.ts';
import { PUBLISHED_FILE } from './published.ts';

/** Numbers and addresses are linked to from other people's pages, cards and notes: the committed list is the memory of them. */
export const publishedNumbersNeverChange: Check = {
  promise: 'No two questions share a number, and a published number or address never changes',
  find({ questions, published, redirects }) {
    const found: Finding[] = [];
    const numberOf = new Map(Object.entries(published).map(([id, slug]) => [slug, Number(id)]));
    const moved = (slug: string | undefined): string | undefined => slug && movedTo(slug, redirects);
    const free = Math.max(0, ...questions.map((q) => Number(q.data['id']) || 0), ...numberOf.values()) + 1;
    // A number that was published elsewhere, where there is no question any more: its answer has another name.
    const renamed = new Map(
      questions
        .filter((q, _, all) => !numberOf.has(q.id) && all.filter(({ data }) => data['id'] === q.data['id']).length === 1)
        .flatMap((q) => {
          const before = published[Number(q.data['id'])];
          return before !== undefined && moved(before) === undefined && !questions.some(({ id }) => id === before) ? [[before, q.id] as const] : [];
        }),
    );
    for (const { id: slug, path, source, data } of questions) {
      const id = Number(data['id']);
      const tell = (what: string, repair: string): void => {
        found.push({ path, line: fieldLine(source, ['id']), what, repair });
      };
      const twin = questions.find((q) => q.data['id'] === data['id'] && q.id < slug);
      const before = numberOf.get(slug);
      // Under a new name, with a redirect from the old one; or without one, which is told below, where the old one is missed.
      if (moved(published[id]) === slug || renamed.get(published[id]!) === slug) continue;
      if (before !== undefined && before !== id) tell(`has the number ${id}, but was published as ${before}.`, `Write id: ${before} again.`);
      else if (published[id] !== undefined && published[id] !== slug)
        tell(`has the number ${id}, which belongs to ${published[id]} for ever.`, `Take the next free one: id: ${free}.`);
      else if (twin) tell(`has the number ${id}, and so has ${twin.path}.`, `Take the next free one for the newer of the two: id: ${free}.`);
      else if (before === undefined) tell(`is not in ${PUBLISHED_FILE} yet.`, 'Run: npm run rules -- --update');
    }
    for (const [slug, id] of numberOf) {
      if (moved(slug) || questions.some((q) => q.id === slug)) continue;
      const now = renamed.get(slug);
      const line = `'/${slug}/': '/${now ?? 'where/it-is-now'}/',`;
      found.push({
        path: `${CONTENT}/${slug}.mdx`,
        line: 1,
        what: `question ${id} was published at /${slug}/ and is ${now === undefined ? 'gone' : `now at /${now}/`}.`,
        repair:
          now === undefined
            ? `Restore the file, or say in src/share/redirects.ts where its answer is now: ${line}`
            : `Say so in src/share/redirects.ts (when it asks something else, restore the old file, and give the new one id: ${free}): ${line}`,
      });
    }
    return found;
  },
};
