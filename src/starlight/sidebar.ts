import type { StarlightUserConfig } from '@astrojs/starlight/types';
import { readPages } from '../bank/files.ts';
import { questionsOf } from '../bank/questions.ts';
import { questionFields } from '../bank/schema.ts';
import { SEGMENTS } from '../bank/segments.ts';

/** Pages about the whole bank; they stand below the segments. */
const ABOUT = ['watch-node-run', 'commonly-wrong', 'how-answers-are-checked', 'take-it-with-you'];

/** The sidebar: each segment that has an index page, its questions in the order of their ids; then the pages about the bank. */
export function sidebar(root = process.cwd()): NonNullable<StarlightUserConfig['sidebar']> {
  const pages = readPages(root);
  // A page whose front matter is wrong is reported by the schema, with its place; here it is only left out.
  const questions = questionsOf(pages.filter((page) => page.id.includes('/') && questionFields.safeParse(page.data).success));
  const segments = SEGMENTS.filter((segment) => pages.some((page) => page.id === segment.id)).map((segment) => ({
    label: segment.title,
    items: [{ slug: segment.id, label: 'Overview' }, ...questions.filter((q) => q.segmentId === segment.id).map((q) => ({ slug: q.slug }))],
  }));
  return [...segments, ...ABOUT.filter((slug) => pages.some((page) => page.id === slug)).map((slug) => ({ slug }))];
}
