import { Feed, type Item } from 'feed';
import { correctionId, type Correction } from '../bank/corrections.ts';
import { day } from '../bank/dates.ts';
import type { Question } from '../bank/questions.ts';
import { inlineCode } from '../bank/text.ts';
import { LICENCE, PROMISE, SITE_NAME } from '../site.ts';

/** The Atom feed: its name, and where it lies below the site's base path. */
export const FEED = { title: `${SITE_NAME}: new and corrected answers`, path: 'feed.xml' } as const;

/** How many entries a reader is offered. */
const NEWEST = 30;

/** Questions up to this number were there when the bank opened. Hundreds of entries of one day would be no news: one stands for them. */
export const OPENING = { lastId: 303, on: new Date('2026-11-21') } as const;

/** Names that stay the same when the site moves (RFC 4151). The authority is the address of the organisation that owns the repository. */
const tag = (name: string): string => `tag:node-answered.github.io,2026:${name}`;

/** What a feed is made of. */
export interface Source {
  questions: readonly Question[];
  corrections: readonly Correction[];
  /** The absolute address of a path below the base path. */
  address(path: string): string;
}

/**
 * New answers and corrections as Atom, newest first. It holds no date but theirs, so the same bank gives the same text.
 *
 * A new answer has the day of its last review: one that was tried again and held is news to whoever reads it.
 */
export function atomFeed({ questions, corrections, address }: Source): string {
  const known = new Map(questions.map((question) => [question.slug, question]));
  const items: Item[] = [
    // First what was corrected: of one day, that is what a reader who knows the bank wants.
    ...corrections.flatMap((entry) => {
      const question = known.get(entry.question);
      return question ? [corrected(entry, question, address)] : [];
    }),
    ...questions.filter(({ id }) => id > OPENING.lastId).map((question) => added(question, address)),
    opening(questions, address),
  ];
  items.sort((a, b) => b.date.getTime() - a.date.getTime());
  const newest = items.slice(0, NEWEST);
  const feed = new Feed({
    id: tag('feed'),
    title: FEED.title,
    description: PROMISE,
    link: address(''),
    feed: address(FEED.path),
    updated: newest[0]!.date,
    author: { name: SITE_NAME, link: address('') },
    copyright: `Answers: ${LICENCE.url}`,
    generator: false,
  });
  for (const item of newest) feed.addItem(item);
  return feed.atom1();
}

// Atom's titles and summaries are HTML here, so that code is code.
const corrected = (entry: Correction, question: Question, address: Source['address']): Item => ({
  id: tag(`correction/${correctionId(entry)}`),
  title: `Corrected: ${inlineCode(question.title)}`,
  link: `${address('corrections/')}#${correctionId(entry)}`,
  date: entry.on,
  description: `<p>${inlineCode(entry.what)}</p><p>${inlineCode(entry.why)} <a href="${address(`${question.slug}/`)}">The answer</a>.</p>`,
});

const added = (question: Question, address: Source['address']): Item => ({
  id: tag(`question/${question.id}`),
  title: inlineCode(question.title),
  link: address(`${question.slug}/`),
  date: question.reviewed,
  description: `<p>${inlineCode(question.short)}</p>`,
});

function opening(questions: readonly Question[], address: Source['address']): Item {
  const first = questions.filter(({ id }) => id <= OPENING.lastId);
  return {
    id: tag(`opening/${day(OPENING.on)}`),
    title: `${first.length} answers to start with`,
    link: address(''),
    date: OPENING.on,
    description: `<p>${inlineCode(PROMISE)}</p>`,
  };
}
