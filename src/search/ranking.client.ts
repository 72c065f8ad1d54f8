/**
 * How results are ordered: https://pagefind.app/docs/ranking/. Weights of single parts of a page stand at those parts, as
 * `data-pagefind-weight`. Changed only together with `tests/e2e/search.spec.ts`, which asks realistic questions.
 */
export const RANKING = {
  metaWeights: { title: 5, aliases: 4 },
};
