import { frontmatter } from '../src/bank/schema.ts';
import type { Check } from './check.ts';
import { fieldLine } from './places.ts';

/** The schema's own messages, each with the line of its field, which a build cannot give. */
export const frontMatterIsValid: Check = {
  promise: 'The front matter of every page is valid',
  find: ({ pages }) =>
    pages.flatMap(({ path, source, data }) => {
      const issues = frontmatter.safeParse(data).error?.issues ?? [];
      const found = issues.map((issue) => ({
        path,
        line: fieldLine(source, issue.path),
        what: `${issue.path.join('.')} ${issue.message}`,
        repair: 'The fields are explained in CONTRIBUTING.md; the rules stand in src/bank/schema.ts.',
      }));
      if (typeof data.title === 'string' && data.title.trim() !== '') return found;
      return [
        ...found,
        { path, line: fieldLine(source, ['title']), what: 'title is missing.', repair: 'Write the question as an interviewer asks it: title: "…".' },
      ];
    }),
};
