import { asQuestion, type PageLike } from '../../bank/questions.ts';
import { segment, SEGMENTS } from '../../bank/segments.ts';
import type { Ledger } from '../../fences/ledger.ts';
import { ALL_LINES, type NodeLine } from '../../fences/lines.ts';
import type { Card } from './card.ts';

/** The page whose card stands for the whole site. */
export const HOME = 'index';

/** Where the card of a page lies below the site's base path. It stays when the picture changes: old links to it go on working. */
export const cardPath = (id: string): string => `cards/${id}.png`;

/** A page that nobody shares has no card. */
export const hasCard = (id: string): boolean => id !== '404';

/** For each page, the Node lines on which at least one of its programs ran, oldest first. */
export function linesByPage(ledger: Ledger): Map<string, NodeLine[]> {
  const runs = Object.values(ledger.programs).flatMap((entry) => [entry.page, ...(entry.also ?? [])].map((page) => ({ page, lines: entry.runs })));
  return new Map(
    [...Map.groupBy(runs, ({ page }) => page)].map(([page, all]) => [page, ALL_LINES.filter((line) => all.some(({ lines }) => lines[line] !== undefined))]),
  );
}

/** What stands on the card of a page. @param lines from `linesByPage()`; absent when no program of the page was run */
export function cardOf(page: PageLike, lines: readonly NodeLine[] = []): Card {
  const question = asQuestion(page);
  const ran = lines.length > 0 ? { ran: `ran on Node ${lines.join(' · ')}` } : {};
  if (question) return { title: question.title, place: segment(question.segmentId).title, level: question.level, ...ran };
  const home = SEGMENTS.some(({ id }) => id === page.id);
  const place = page.id === HOME ? 'Programs, outputs, refuted myths' : home ? 'Questions, answers, programs' : 'About the bank';
  return { title: page.data.title, place, ...ran };
}
