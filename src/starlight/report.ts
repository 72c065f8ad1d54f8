import { NODE_LINES } from '../fences/lines.ts';
import { REPOSITORY } from '../site.ts';
import { sourceCommits } from './source-commit.ts';

/** What we know of the answer that a reader reports. */
export interface Reported {
  /** The permanent number. */
  id: number;
  title: string;
  /** The newest commit that changed the page, where it is known. */
  commit?: string | undefined;
}

/**
 * Where a reader reports that an answer is wrong: the form, with what we know already filled in.
 *
 * @param page the address the reader is looking at
 */
export function reportAddress({ id, title, commit }: Reported, page: string): string {
  const address = new URL(`${REPOSITORY}/issues/new`);
  // The names of the fields stand in .github/ISSUE_TEMPLATE/wrong-answer.yml.
  const fields = {
    template: 'wrong-answer.yml',
    title: `Wrong: ${id}, ${title}`,
    page,
    question: String(id),
    ...(commit && { commit }),
    node: Object.values(NODE_LINES).join(', '),
  };
  for (const [name, value] of Object.entries(fields)) address.searchParams.set(name, value);
  return address.href;
}

let commits: ReturnType<typeof sourceCommits> | undefined;

/** The newest commit that changed a page; git is asked once for all of them. */
export const commitOf = (slug: string): string | undefined => (commits ??= sourceCommits(process.cwd()))(slug);
