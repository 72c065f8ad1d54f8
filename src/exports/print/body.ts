import type { Element, ElementContent, Root } from 'hast';
import { selectAll } from 'hast-util-select';
import type { BuiltAnswer } from '../built-answers.ts';
import { h } from '../clean/rule.ts';

/** The id of an answer, or of something in it, on a page that holds many answers. */
export const idOf = (question: number, id?: string): string => (id === undefined ? `q${question}` : `q${question}-${id}`);

/** A longer program may be cut by the end of a sheet; a shorter one moves to the next sheet as a whole. In lines. */
const LONG = 24;

/**
 * The body of an answer as a part of a printed segment: its headings one level down, its ids its own, links to other questions with
 * their number, and within the segment to the same page.
 *
 * @param all every answer by its address
 */
export function printBody({ id, body, segment }: BuiltAnswer, all: ReadonlyMap<string, BuiltAnswer>): ElementContent[] {
  const copy: Root = structuredClone(body);
  for (const heading of selectAll('h2, h3, h4, h5', copy)) heading.tagName = `h${Number(heading.tagName[1]) + 1}`;
  for (const element of selectAll('[id]', copy)) element.properties['id'] = idOf(id, String(element.properties['id']));
  for (const svg of selectAll('[aria-labelledby]', copy)) {
    svg.properties['ariaLabelledBy'] = [svg.properties['ariaLabelledBy']].flat().map((label) => idOf(id, String(label)));
  }
  for (const figure of selectAll('figure', copy))
    if (lines(figure) > LONG) figure.properties['className'] = [...(figure.properties['className'] as string[]), 'long'];
  for (const link of selectAll('a[href]', copy)) toQuestion(link, { id, segment }, all);
  // On a phone a wide table scrolls in a frame of its own that the keyboard can reach, as on the site.
  for (const table of selectAll('table', copy)) {
    const inner = { ...table };
    Object.assign(table, h('div', { className: ['table-scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table' }, inner));
  }
  return copy.children as ElementContent[];
}

const lines = (figure: Element): number => selectAll('code', figure).reduce((sum, code) => sum + JSON.stringify(code.children).split('\\n').length, 0);

/** A link to another question says its number: on paper that is how one finds it. */
function toQuestion(link: Element, from: Pick<BuiltAnswer, 'id' | 'segment'>, all: ReadonlyMap<string, BuiltAnswer>): void {
  const target = new URL(String(link.properties['href']));
  const hash = target.hash.slice(1);
  target.hash = '';
  const question = all.get(target.href);
  if (!question) return;
  if (question.segment === from.segment) link.properties['href'] = `#${idOf(question.id, hash || undefined)}`;
  if (question.id !== from.id) link.children.push(h('span', { className: ['number'] }, ` (${question.id})`));
}
