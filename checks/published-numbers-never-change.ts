import { CONTENT } from '../src/bank/files.ts';
import type { Check, Finding } from './check.ts';
import { fieldLine } from './places.ts';
import { PUBLISHED_FILE } from './published.ts';

/** Numbers and addresses are linked to from other people's pages, cards and notes: the committed list is the memory of them. */
export const publishedNumbersNeverChange: Check = {
  promise: 'No two questions share a number, and a published number or address never changes',
  find({ questions, published, redirects }) {
    const found: Finding[] = [];
    const numberOf = new Map(Object.entries(published).map(([id, slug]) => [slug, Number(id)]));
    const movedTo = (slug: string | undefined): string | undefined => redirects[`/${slug}/`];
    const free = Math.max(0, ...questions.map((q) => Number(q.data['id']) || 0), ...numberOf.values()) + 1;
    for (const { id: slug, path, source, data } of questions) {
      const id = Number(data['id']);
      const tell = (what: string, repair: string): void => {
        found.push({ path, line: fieldLine(source, ['id']), what, repair });
      };
      const twin = questions.find((q) => q.data['id'] === data['id'] && q.id < slug);
      const before = numberOf.get(slug);
      // Under a new name, with a redirect from the old one.
      if (movedTo(published[id]) === `/${slug}/`) continue;
      if (before !== undefined && before !== id) tell(`has the number ${id}, but was published as ${before}.`, `Write id: ${before} again.`);
      else if (published[id] !== undefined && published[id] !== slug)
        tell(`has the number ${id}, which belongs to ${published[id]} for ever.`, `Take the next free one: id: ${free}.`);
      else if (twin) tell(`has the number ${id}, and so has ${twin.path}.`, `Take the next free one for the newer of the two: id: ${free}.`);
      else if (before === undefined) tell(`is not in ${PUBLISHED_FILE} yet.`, 'Run: npm run rules -- --update');
    }
    for (const [slug, id] of numberOf) {
      if (movedTo(slug) || questions.some((q) => q.id === slug)) continue;
      found.push({
        path: `${CONTENT}/${slug}.mdx`,
        line: 1,
        what: `question ${id} was published at /${slug}/ and is gone.`,
        repair: `Restore the file, or say in src/share/redirects.ts where its answer is now: '/${slug}/': '/where/it-is-now/',`,
      });
    }
    return found;
  },
};
