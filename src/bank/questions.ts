import { splitSlug } from './segments.ts';
import { questionFields, type QuestionFields } from './schema.ts';

/** A question of the bank: its address and what its front matter says. */
export interface Question extends QuestionFields {
  /** `<segment>/<slug>`, the address of the page without slashes at its ends. */
  slug: string;
  segmentId: string;
  title: string;
}

/** Anything with a slug and front matter: an entry of the collection, or a file read from disk. */
export interface PageLike {
  id: string;
  data: { title: string } & Record<string, unknown>;
}

/** The page as a question, or null when it is another kind of page. */
export function asQuestion(page: PageLike): Question | null {
  if (page.data['id'] === undefined) return null;
  const { segmentId } = splitSlug(page.id);
  return { ...questionFields.parse(page.data), title: page.data.title, slug: page.id, segmentId };
}

/** All questions among these pages, in the order of their ids. */
export function questionsOf(pages: readonly PageLike[]): Question[] {
  return pages
    .map(asQuestion)
    .filter((q) => q !== null)
    .sort((a, b) => a.id - b.id);
}

/** Questions that name this one as a follow-up: the way back. */
export function askedAfter(slug: string, all: readonly Question[]): Question[] {
  return all.filter((q) => q.followUps.includes(slug));
}
