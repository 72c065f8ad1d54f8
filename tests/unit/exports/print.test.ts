import { select, selectAll } from 'hast-util-select';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { textIn } from '../../../src/exports/clean/rule.ts';
import { relink } from '../../../src/exports/links.ts';
import { printPage } from '../../../src/exports/print/page.ts';
import { answer } from './answers.ts';
import * as pieces from './pieces.ts';

const long = pieces.OUTPUT.replace(/(<div class="ec-line">.*<\/div><\/div>)/, (line: string) => line.repeat(30));
const links = '<p><a href="../timers/#ref">timers</a> <a href="#when">here</a> <a href="/bank/async/two/">two</a> <a href="https://nodejs.org/">Node</a></p>';
const phases = answer(24, 'event-loop/phases', pieces.HEADING + links + pieces.DIAGRAM + pieces.PROGRAM + long, {
  followUps: ['event-loop/timers', 'async/two'],
});
const timers = answer(29, 'event-loop/timers', pieces.HEADING);
const two = answer(50, 'async/two');
for (const { body, address } of [phases, timers, two]) relink(body, address, 'absolute');
const html = printPage([phases, timers], [phases, timers, two]);
const page = unified().use(rehypeParse).parse(html);
const texts = (selector: string): string[] => selectAll(selector, page).map(textIn);
const hrefs = (selector: string): unknown[] => selectAll(selector, page).map((link) => link.properties['href']);

describe('the print edition of a segment', () => {
  it('lists its questions, each with the place it leads to', () => {
    expect(texts('nav li > a')).toEqual(['What is phases?', 'What is timers?']);
    expect(hrefs('nav li > a')).toEqual(['#q24', '#q29']);
    for (const id of ['q24', 'q29']) expect(select(`article#${id}`, page), id).toBeTruthy();
  });

  it('holds each answer: question, spoken answer, body, what is asked next, sources with their addresses', () => {
    expect(texts('article#q24 > h2')).toEqual(['What is phases?']);
    expect(texts('article#q24 > .short > p')).toEqual(['It is this. It is not that.']);
    expect(texts('article#q24 > h3')).toEqual(['When']);
    expect(texts('article#q24 .next li')).toEqual(['What is timers? (29)', 'What is two? (50)']);
    expect(texts('article#q24 .sources li')).toEqual(['libuv: [the loop] https://docs.libuv.org/en/v1.x/design.html']);
  });

  it('has each id once', () => {
    const ids = selectAll('[id]', page).map((one) => String(one.properties['id']));
    expect(ids).toContain('q24-when');
    expect(ids).toContain('q29-when');
    expect(new Set(ids).size).toBe(ids.length);
    const svg = select('svg', page)!;
    for (const label of String(svg.properties['ariaLabelledBy']).split(/[ ,]/)) expect(ids).toContain(label);
  });

  it('leads within the page where it can, and says the number of a question', () => {
    expect(hrefs('article#q24 > p > a')).toEqual(['#q29-ref', '#q24-when', 'https://example.org/bank/async/two/', 'https://nodejs.org/'].map(String));
    expect(texts('article#q24 > p > a')).toEqual(['timers (29)', 'here', 'two (50)', 'Node']);
  });

  it('lets only long programs and outputs be cut by the end of a sheet', () => {
    expect(selectAll('figure.long', page)).toHaveLength(1);
    expect(selectAll('figure:not(.long)', page)).toHaveLength(2);
  });

  it('is not for search engines', () => {
    expect(select('meta[name=robots]', page)!.properties['content']).toBe('noindex');
  });
});
