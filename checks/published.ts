import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The permanent number of every question ever published, and its address. Numbers and addresses only ever join this list. */
export type Published = Record<number, string>;

/** The committed list, seen from the project's root. */
export const PUBLISHED_FILE = 'src/bank/published.json';
const ABOUT = 'Appended to by `npm run rules -- --update`. Do not edit: a number or an address that stands here is linked to from elsewhere.';

/** Reads the committed list; an absent file is an empty list. @throws SyntaxError when it is not JSON */
export function readPublished(root: string): Published {
  let text: string;
  try {
    text = readFileSync(join(root, PUBLISHED_FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  try {
    return (JSON.parse(text) as { questions: Published }).questions;
  } catch (error) {
    throw new SyntaxError(`${PUBLISHED_FILE} is not valid JSON (${(error as Error).message}). Restore it from git, then run: npm run rules -- --update`, {
      cause: error,
    });
  }
}

/** The list as text, one question a line in the order of the numbers, so that merges stay readable. */
function formatPublished(published: Published): string {
  const rows = Object.entries(published).map(([id, slug]) => `    ${JSON.stringify(id)}: ${JSON.stringify(slug)}`);
  return `{\n  "about": ${JSON.stringify(ABOUT)},\n  "questions": {\n${rows.join(',\n')}\n  }\n}\n`;
}

/**
 * Appends the questions that are not in the list yet. What stands in it is never changed: a question whose number or address is
 * already taken is left to the check.
 *
 * @returns the slugs that were appended
 */
export function appendPublished(root: string, questions: readonly { id: string; data: Record<string, unknown> }[]): string[] {
  const published = readPublished(root);
  const taken = new Set(Object.values(published));
  const fresh = questions.filter(({ id: slug, data: { id } }) => Number.isInteger(id) && !((id as number) in published) && !taken.has(slug));
  for (const { id: slug, data } of fresh) published[data['id'] as number] ??= slug;
  const appended = fresh.filter(({ id: slug, data }) => published[data['id'] as number] === slug).map(({ id }) => id);
  if (appended.length > 0) writeFileSync(join(root, PUBLISHED_FILE), formatPublished(published));
  return appended;
}
