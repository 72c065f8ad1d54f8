import type { APIRequestContext } from '@playwright/test';

/** A page on which most of what a question can have is to be found: a program, outputs, a Predict, a Myth, a table. */
export const QUESTION = 'event-loop/nexttick-vs-promises/';

/** A segment, and the question that a reader comes to first. */
export const SEGMENT = 'event-loop/';

/**
 * The paths of all pages, from the sitemap of the built site, so that a test grows with the bank. The sitemap has no 404 page.
 *
 * @returns paths such as `/event-loop/phases/`, with the base path if there is one
 * @throws Error when the sitemap is missing or empty: a test over no pages would prove nothing
 */
export async function allPages(request: APIRequestContext): Promise<string[]> {
  const read = async (path: string): Promise<string[]> => {
    const answer = await request.get(path);
    if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}. Build the site first: npm run build`);
    return [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!);
  };
  // The sitemap names the site by its public address, the test visits a local copy of it.
  const parts = (await read('sitemap-index.xml')).map((address) => new URL(address).pathname.split('/').at(-1)!);
  const pages = (await Promise.all(parts.map(read))).flat().map((address) => new URL(address).pathname);
  if (pages.length === 0) throw new Error('The sitemap has no pages.');
  return pages;
}

/** Cuts the work of one test file into parts that run at the same time, each in one browser page: `for (const part of PARTS) test(…)`. */
export const PARTS = [1, 2, 3, 4].map((number) => ({
  name: `part ${number} of 4`,
  of: <T>(items: readonly T[]): T[] => items.filter((_, i) => i % 4 === number - 1),
}));

/** Time for a part of so many pages, in milliseconds: ten times what they need, for a machine that does other things as well. */
export const timeFor = (pages: number): number => 60_000 + pages * 8_000;
