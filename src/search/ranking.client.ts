/**
 * How Pagefind orders the texts: https://pagefind.app/docs/ranking/. Weights of single parts of a page stand at those parts, as
 * `data-pagefind-weight`. `rank.client.ts` orders its results by their names as well, so that its other options (length of the page,
 * frequency, saturation and similarity of words) changed nothing in `npm run search:eval`.
 */
export const RANKING = {
  metaWeights: { title: 5, aliases: 4 },
};
