import type { Element, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { outputLabel } from '../../../src/exports/clean/program.ts';
import { textIn } from '../../../src/exports/clean/rule.ts';
import { relink } from '../../../src/exports/links.ts';
import { body } from './body.ts';
import * as pieces from './pieces.ts';

const html = (page: string): string => unified().use(rehypeStringify).stringify(body(page));
const one = (selector: string, tree: Root): Element => {
  const found = select(selector, tree);
  if (!found) throw new Error(`Nothing matches ${selector} in:\n${unified().use(rehypeStringify).stringify(tree)}`);
  return found;
};
const texts = (selector: string, tree: Root): string[] => selectAll(selector, tree).map(textIn);

describe('an answer taken out of its page', () => {
  it('keeps a heading and its id, without the link beside it', () => {
    expect(html(pieces.HEADING)).toBe('<h2 id="when">When</h2>');
  });

  it('keeps a program as it was written, with its name, its language and where it ran', () => {
    const tree = body(pieces.PROGRAM);
    expect(texts('pre > code.language-js', tree)).toEqual([
      "import DOMPurify from 'dompurify';\n\nconsole.log(DOMPurify.isSupported, typeof DOMPurify.sanitize);\n",
    ]);
    expect(one('figure.program', tree).properties).toMatchObject({ dataTitle: 'no-dom.mjs', dataRan: '22 24 26' });
    expect(texts('figcaption', tree)).toEqual(['no-dom.mjs ran on Node 22 · 24 · 26']);
  });

  it('says which services a program needs', () => {
    expect(texts('figcaption', body(pieces.NEEDS))).toEqual(['foreign-key.mjs needs PostgreSQL · ran on Node 22 · 24 · 26']);
  });

  it('says of an output on which Node lines it was printed', () => {
    const tree = body(pieces.PROGRAM + pieces.OUTPUT);
    expect(texts('figure.output > figcaption', tree)).toEqual(['Output (Node 22, 24, 26)']);
    expect(texts('pre.output', tree)).toEqual(['1\n']);
  });

  it('says of several outputs which module system each belongs to', () => {
    const tree = body(pieces.PROGRAM_AS_BOTH + pieces.OUTPUT_CJS + pieces.OUTPUT_MJS);
    expect(texts('figure.output > figcaption', tree)).toEqual(['Output of order.cjs (Node 22, 24, 26)', 'Output of order.mjs (Node 22, 24, 26)']);
  });

  it.each([
    ['Node 22, 24', ['22', '24', '26'], 'Output (Node 22, 24)'],
    ['order.cjs · Node 26', ['22', '24', '26'], 'Output of order.cjs (Node 26)'],
    ['Of 200 runs each: 3 on Node 22', ['22'], 'Output (of 200 runs each: 3 on Node 22)'],
    ['Output', [], 'Output'],
  ])('names an output with the note "%s"', (note, ran, label) => {
    expect(outputLabel(note, ran)).toBe(label);
  });

  it('keeps a drawing with its description, its size as attributes', () => {
    const tree = body(pieces.DIAGRAM);
    expect(one('figure.diagram > svg', tree).properties).toMatchObject({ viewBox: '0 0 620 274', width: 620, height: 274, fontSize: '13.5' });
    expect(textIn(one('desc', tree))).toMatch(/^Three rows\. At the top, narrow: end to end/);
    expect(texts('figcaption', tree)).toEqual(['The pyramid']);
  });

  it('keeps the size of letters that a drawing makes larger', () => {
    const svg = one('svg', body(pieces.DIAGRAM.replace('width="620"', 'width="310" font-size="2em"')));
    expect(svg.properties).toMatchObject({ width: 310, height: 137, fontSize: '27' });
  });

  it('turns a recorded run into numbered sentences', () => {
    const tree = body(pieces.TRACE);
    expect(one('section.trace', tree).properties).toMatchObject({ id: 'trace-seam-cjs', dataOf: 'seam.cjs' });
    expect(texts('p', tree)).toEqual([
      'Step by step: seam.cjs',
      'Recorded from a real run on Node 22.23.3, 24.21.0 and 26.10.0, CommonJS; all 30 plain runs print this.',
      'All 7 steps in words:',
    ]);
    expect(texts('ol > li', tree)).toHaveLength(7);
  });

  it('opens a prediction: question, program, options, output, and why', () => {
    const tree = body(pieces.QUIZ);
    expect(texts('section.predict > .headline', tree)).toEqual([
      'Predict: On which address does the inspector listen if you name none?',
      'What it prints, and why',
    ]);
    expect(texts('ol.options > li', tree)).toEqual(['127.0.0.1', '0.0.0.0', 'none until DevTools connects']);
    expect(texts('.reasons > li > p:first-child', tree)).toEqual(['Right: 127.0.0.1', 'Wrong: 0.0.0.0', 'Wrong: none until DevTools connects']);
    expect(selectAll('.reasons > li > p + p', tree)).toHaveLength(3);
    expect(texts('figure.output > figcaption', tree)).toEqual(['Output (Node 22, 24, 26)']);
  });

  it('keeps the id of a prediction', () => {
    expect(one('section.predict', body(pieces.QUIZ.replace('<predict-quiz', '<predict-quiz id="predict-on-which"'))).properties['id']).toBe('predict-on-which');
  });

  it('opens what is folded', () => {
    expect(html(pieces.DETAILS)).toBe(
      '<section class="details"><p class="headline"><strong>Hint 4: the list</strong></p>' +
        '<p>You append at one end and take from the other. A linked list does both in constant time.</p></section>',
    );
  });

  it('keeps callouts, each with its label in words', () => {
    expect(html(pieces.PITFALL)).toBe(
      '<aside class="pitfall" role="note" aria-label="Pitfall"><p class="label" aria-hidden="true">Pitfall</p><p class="headline">The temporary file in /tmp</p>' +
        '<p>Then the rename may cross file systems. It must be in the <strong>same directory</strong> as the target.</p></aside>',
    );
    expect(html(pieces.MYTH)).toContain('<aside class="myth" id="myth-node-has-a-built-in-lru" role="note" aria-label="Myth">');
    expect(texts('aside.say > p', body(pieces.SAY))).toEqual([
      'Say it aloud',
      'Newest LTS in production, and I know the end-of-life date of the line I am on.',
    ]);
  });

  it('keeps a table, without the frame it scrolls in', () => {
    const tree = body(pieces.TABLE);
    expect(tree.children.map((child) => child.type === 'element' && child.tagName)).toEqual(['table']);
    expect(texts('td', tree)).toHaveLength(6);
  });

  it('keeps no script, control, live region, style or word of the search index', () => {
    const all = html(Object.values(pieces).join('\n'));
    for (const chrome of [
      '<script',
      '<button',
      '<form',
      '<input',
      '<link',
      'aria-live',
      'role="status"',
      'pagefind',
      'astro-',
      '<loop-player',
      '<predict',
      'style="',
    ])
      expect(all).not.toContain(chrome);
  });
});

describe('the links of an answer', () => {
  const linked = (links: 'absolute' | 'root'): string[] => {
    const tree = body('<p><a href="/bank/async/">a</a> <a href="#when">b</a> <a href="https://nodejs.org/api/">c</a></p>');
    return selectAll('a', relink(tree, 'https://example.org/bank/event-loop/phases/', links)).map((link) => String(link.properties['href']));
  };

  it('are absolute, also those into the page itself', () => {
    expect(linked('absolute')).toEqual(['https://example.org/bank/async/', 'https://example.org/bank/event-loop/phases/#when', 'https://nodejs.org/api/']);
  });

  it('or begin at the root of the site', () => {
    expect(linked('root')).toEqual(['/bank/async/', '/bank/event-loop/phases/#when', 'https://nodejs.org/api/']);
  });
});
