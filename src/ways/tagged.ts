import type { Question } from '../bank/questions.ts';
import { LEVELS } from '../bank/schema.ts';
import { SEGMENTS, type Segment } from '../bank/segments.ts';
import { TAGS, type TagId } from '../bank/tags.ts';

/** How many other tags a tag's page names. */
const MOST_RELATED = 6;

/** Questions of one segment, in the order in which they are listed. */
export interface Shelf {
  segment: Segment;
  questions: Question[];
}

/** The tags that some question has, in the order of the list of tags. */
export const usedTags = (all: readonly Question[]): TagId[] => TAGS.filter((tag) => all.some((question) => question.tags.includes(tag)));

/** The questions with this tag. */
export const taggedWith = (tag: TagId, all: readonly Question[]): Question[] => all.filter((question) => question.tags.includes(tag));

/** The questions by segment, in the order of study; segments without any are left out. */
export const bySegment = (questions: readonly Question[]): Shelf[] =>
  SEGMENTS.map((segment) => ({ segment, questions: questions.filter((question) => question.segmentId === segment.id) })).filter(
    (shelf) => shelf.questions.length > 0,
  );

/** The questions from junior to senior; those of a level stay in their order. */
export const byLevel = (questions: readonly Question[]): Question[] => questions.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));

/** The tags that stand most often beside this one, most frequent first. A tag met only once says nothing. */
export function relatedTags(tag: TagId, all: readonly Question[]): TagId[] {
  const beside = taggedWith(tag, all).flatMap((question) => question.tags);
  const count = (other: TagId): number => beside.filter((one) => one === other).length;
  return TAGS.filter((other) => other !== tag && count(other) > 1)
    .sort((a, b) => count(b) - count(a))
    .slice(0, MOST_RELATED);
}
