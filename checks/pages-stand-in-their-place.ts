import { CONTENT } from '../src/bank/files.ts';
import { SEGMENTS } from '../src/bank/segments.ts';
import type { Check, Finding } from './check.ts';
import { fieldLine } from './places.ts';

const known = new Set(SEGMENTS.map((segment) => segment.id));

/** A page elsewhere would be built, but no list, sidebar or filter would know it. A `.md` page would swallow errors (withastro/astro#18054). */
export const pagesStandInTheirPlace: Check = {
  promise: 'Every page is an .mdx file in the folder of a segment',
  find({ pages, strays }) {
    const found: Finding[] = strays.map((path) => ({
      path,
      line: 1,
      what: 'is not an .mdx file; mistakes in it would not fail a build.',
      repair: 'Rename it to .mdx.',
    }));
    for (const { path, source, segmentId, name, isQuestion } of pages) {
      const tell = (what: string, repair: string): void => {
        found.push({ path, line: isQuestion ? fieldLine(source, ['id']) : 1, what, repair });
      };
      const inSegment = known.has(segmentId);
      if (path.split('/').length > CONTENT.split('/').length + 2) tell('lies deeper than <segment>/<slug>.mdx.', 'Move it up: an address has two parts.');
      else if (isQuestion && !inSegment)
        tell(`is a question, but "${segmentId}" is not a segment.`, `Move it into the folder of one: ${[...known].join(', ')}.`);
      else if (isQuestion && name === '')
        tell('is the page of a segment, not a question.', 'Remove the fields of a question, or move it to <segment>/<slug>.mdx.');
      else if (!isQuestion && inSegment && name !== '')
        tell('lies among the questions of a segment but has no id.', 'Add the fields of a question (CONTRIBUTING.md lists them).');
      else if (isQuestion && !pages.some((page) => page.id === segmentId))
        tell(`stands in a segment without a page of its own.`, `Add ${CONTENT}/${segmentId}/index.mdx: without it the segment is not in the sidebar.`);
    }
    return found;
  },
};
