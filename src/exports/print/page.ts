import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { BuiltAnswer } from '../built-answers.ts';
import { h } from '../clean/rule.ts';
import { BANK, homeOf } from '../site-facts.ts';
import { LICENCE } from '../../site.ts';
import { idOf, printBody } from './body.ts';

const writer = unified().use(rehypeStringify);

/** Plain text with `code` in backticks as elements. */
const inline = (text: string): (ElementContent | string)[] => text.split('`').map((part, i) => (i % 2 === 1 ? h('code', {}, part) : part));

const list = (className: string, items: Element[]): Element => h('ul', { className: [className] }, ...items);

/**
 * The print edition of a segment: one HTML page with all of its answers, for paper and for reading on. It needs `print.css` one folder up.
 *
 * @param own the answers of the segment, in the order of their ids
 * @param all every answer, for links to other segments
 */
export function printPage(own: readonly BuiltAnswer[], all: readonly BuiltAnswer[]): string {
  const { segment } = own[0]!;
  const bySlug = new Map(all.map((answer) => [answer.slug, answer]));
  const byAddress = new Map(all.map((answer) => [answer.address, answer]));
  const body = h(
    'body',
    {},
    h('header', {}, ...cover(own)),
    h('nav', { ariaLabel: 'Questions' }, h('ol', { className: ['contents'] }, ...own.map(entry))),
    h('main', {}, ...own.map((answer) => article(answer, bySlug, byAddress))),
  );
  const head = h(
    'head',
    {},
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'robots', content: 'noindex' }),
    h('title', {}, `${segment.title} | ${BANK.name}, print edition`),
    // Without it a browser asks the host for `/favicon.ico`, which is not there.
    h('link', { rel: ['icon'], href: '../../icon.svg', type: 'image/svg+xml' }),
    h('link', { rel: ['stylesheet'], href: '../print.css' }),
  );
  const page: Root = { type: 'root', children: [{ type: 'doctype' }, h('html', { lang: 'en' }, head, body)] };
  return `${writer.stringify(page)}\n`;
}

function cover(own: readonly BuiltAnswer[]): Element[] {
  const { segment } = own[0]!;
  const home = homeOf(own[0]!);
  const lines = Object.entries(BANK.nodeLines).map(([, release]) => release);
  const reviewed = own.map((answer) => answer.reviewed).sort();
  return [
    h('p', { className: ['bank'] }, h('a', { href: home }, BANK.name)),
    h('h1', {}, segment.title),
    h('p', { className: ['about'] }, segment.about),
    h(
      'p',
      { className: ['facts'] },
      `${own.length} questions. Every program was run on Node ${lines.join(', ')}, and the output below it is what it printed. The last review was on ${reviewed.at(-1)}. `,
      'The number of a question leads to its page: ',
      h('a', { href: own[0]!.permanent }, own[0]!.permanent),
      '. Licence: ',
      h('a', { href: LICENCE.url }, LICENCE.name),
      '.',
    ),
  ];
}

/** A line of the contents. The number of the sheet is filled in by `npm run print`, which knows it. */
const entry = ({ id, title, level }: BuiltAnswer): Element =>
  h(
    'li',
    { value: String(id) },
    h('a', { href: `#${idOf(id)}` }, ...inline(title)),
    h('span', { className: ['level'] }, level),
    h('span', { className: ['sheet'], dataOf: idOf(id) }),
  );

function article(answer: BuiltAnswer, bySlug: ReadonlyMap<string, BuiltAnswer>, byAddress: ReadonlyMap<string, BuiltAnswer>): Element {
  const { id, title, level, short, followUps, references, permanent, reviewed, segment } = answer;
  const next = followUps.flatMap((slug) => bySlug.get(slug) ?? []);
  return h(
    'article',
    { id: idOf(id), ariaLabelledBy: [idOf(id, 'title')] },
    h('p', { className: ['number'] }, `Question ${id} `, h('span', { className: ['level'] }, level)),
    h('h2', { id: idOf(id, 'title') }, ...inline(title)),
    h('div', { className: ['short'] }, h('h3', {}, 'In half a minute'), h('p', {}, ...inline(short))),
    ...printBody(answer, byAddress),
    h(
      'footer',
      {},
      h('h3', {}, 'They will ask next'),
      list(
        'next',
        next.map((one) =>
          h(
            'li',
            {},
            h('a', { href: one.segment === segment ? `#${idOf(one.id)}` : one.address }, ...inline(one.title)),
            h('span', { className: ['number'] }, ` (${one.id})`),
          ),
        ),
      ),
      h('h3', {}, 'Sources'),
      list(
        'sources',
        references.map((source) => h('li', {}, h('a', { href: source.url }, source.title), ' ', h('span', { className: ['url'] }, source.url))),
      ),
      h('p', { className: ['reviewed'] }, `Reviewed ${reviewed}. `, h('a', { href: permanent }, permanent)),
    ),
  );
}
