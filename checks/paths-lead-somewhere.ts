import { readFileSync } from 'node:fs';
import { LEVELS } from '../src/bank/schema.ts';
import { PATHS, stepsOf, type Path } from '../src/bank/paths.ts';
import type { Bank } from './bank.ts';
import type { Check, Finding } from './check.ts';
import { movedTo } from './moved.ts';

const FILE = 'src/bank/paths.ts';

/**
 * Whether a reader can walk these paths.
 *
 * @param source the text of the file in which they stand, for the lines
 */
export function walk(paths: readonly Path[], source: string, { questions, redirects }: Pick<Bank, 'questions' | 'redirects'>): Finding[] {
  const found: Finding[] = [];
  const lines = source.split('\n');
  const levels = new Map(questions.map((page) => [page.id, page.data['level']]));
  for (const path of paths) {
    const from = lines.findIndex((line) => line.includes(`id: '${path.id}'`));
    const seen = new Set<string>();
    for (const { slug } of stepsOf(path)) {
      const places = lines.flatMap((line, i) => (i > from && line.includes(`'${slug}'`) ? i + 1 : []));
      const tell = (what: string, repair: string): void => {
        found.push({ path: FILE, line: places[seen.has(slug) ? 1 : 0] ?? 1, what: `the path "${path.id}" ${what}`, repair });
      };
      const level = levels.get(slug);
      const moved = movedTo(slug, redirects);
      if (level === undefined)
        tell(
          `names "${slug}", which is not a question.`,
          moved === undefined ? 'Write <segment>/<slug>, as in the address of the page.' : `It has moved. Write '${moved}'.`,
        );
      else if (!path.levels.some((one) => one === level))
        tell(`is for ${path.levels.join(' and ')}, but ${slug} is ${String(level)}.`, 'Take another question, or widen the levels of the path.');
      if (seen.has(slug)) tell(`names ${slug} twice.`, 'Keep the place where it builds on what comes before.');
      seen.add(slug);
    }
    const unused = LEVELS.filter((level) => path.levels.includes(level) && !stepsOf(path).some(({ slug }) => levels.get(slug) === level));
    if (unused.length > 0)
      found.push({
        path: FILE,
        line: from + 1,
        what: `the path "${path.id}" has no ${unused.join(' and no ')} question.`,
        repair: 'Add one, or take the level out.',
      });
  }
  return found;
}

/** A path is data in a file of its own; a page that moves or changes its level would silently fall out of it. */
export const pathsLeadSomewhere: Check = {
  promise: 'Every path of "Start here" leads through questions of its levels, none twice',
  find: (bank) => walk(PATHS, readFileSync(FILE, 'utf8'), bank),
};
