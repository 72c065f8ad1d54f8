import { expect, test } from '@playwright/test';
import { ask, openSearch } from '../../scripts/search-eval/ask.ts';
import { readQueries, withTypos, type Query } from '../../scripts/search-eval/queries.ts';
import { misses } from '../../scripts/search-eval/report.ts';
import { score, split, type Answered } from '../../scripts/search-eval/score.ts';

/** Time for a query, in milliseconds: ten times what it needs, for a machine that does other things as well. */
const TIME_EACH = 500;

/** What `npm run search:eval` measures, held to what the search promises: the part of the queries with the right page in the first three. */
const PROMISED = { clean: 0.975, typos: 0.96 };

const queries = readQueries();
const asked: Record<keyof typeof PROMISED, readonly Query[]> = {
  clean: split(queries.map((query) => ({ ...query, found: [] }))).clean,
  typos: [...queries.filter(({ kind }) => kind === 'typo'), ...withTypos(queries)],
};

for (const kind of ['clean', 'typos'] as const) {
  const name = kind === 'clean' ? 'what people type' : 'what people type, with one typing error,';
  test(`${name} brings the right page among the first three for ${PROMISED[kind] * 100} % of the queries`, async ({ page, baseURL }) => {
    test.setTimeout(30_000 + asked[kind].length * TIME_EACH);
    await openSearch(page, baseURL!);
    const answered: Answered[] = [];
    for (const query of asked[kind]) answered.push({ ...query, found: (await ask(page, query.words)).found });
    expect(score(answered).three, `Among the first three does not come:\n${misses(answered)}`).toBeGreaterThanOrEqual(PROMISED[kind]);
  });
}
