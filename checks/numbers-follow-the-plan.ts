import type { Check } from './check.ts';
import { fieldLine } from './places.ts';

/** Numbers were given to all planned questions at once, so that several authors cannot take the same one. */
export const numbersFollowThePlan: Check = {
  promise: 'Every planned question has its planned number',
  find({ questions, sources }) {
    if (!sources) return { skipped: 'the plan is not here' };
    const slugs = new Map([...sources.numbers].map(([slug, id]) => [id, slug]));
    return questions.flatMap(({ id: slug, path, source, data }) => {
      const [planned, id] = [sources.numbers.get(slug), Number(data['id'])];
      const tell = (what: string, repair: string) => [{ path, line: fieldLine(source, ['id']), what, repair }];
      if (planned !== undefined && planned !== id) return tell(`has the number ${id}; the plan gives it ${planned}.`, `Write id: ${planned}.`);
      if (planned === undefined && slugs.has(id))
        return tell(`has the number ${id}, which the plan gives to ${slugs.get(id)}.`, `Take one above ${Math.max(...slugs.keys())}.`);
      return [];
    });
  },
};
