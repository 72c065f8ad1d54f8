import { NODE_LINES } from '../fences/lines.ts';
import { REPOSITORY } from '../site.ts';

/**
 * Where a reader reports that an answer is wrong: the form, with what we know already filled in.
 *
 * @param question its permanent number and its title
 * @param page the address the reader is looking at
 */
export function reportAddress(question: { id: number; title: string }, page: string): string {
  const address = new URL(`${REPOSITORY}/issues/new`);
  // The names of the fields stand in .github/ISSUE_TEMPLATE/wrong-answer.yml.
  const fields = {
    template: 'wrong-answer.yml',
    title: `Wrong: ${question.id}, ${question.title}`,
    page,
    question: String(question.id),
    node: Object.values(NODE_LINES).join(', '),
  };
  for (const [name, value] of Object.entries(fields)) address.searchParams.set(name, value);
  return address.href;
}
