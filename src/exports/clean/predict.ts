import type { Element, ElementContent } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { h, inParagraphs, type Rule, textIn } from './rule.ts';

/** A prediction: question, program, options; then what it prints, and why each option is right or wrong. */
export const predict: Rule = (quiz, cleanAll) => {
  if (quiz.tagName !== 'predict-quiz') return null;
  const [question, details] = [select('.question', quiz), select('details', quiz)];
  if (!question || !details) throw new Error('A <predict-quiz> has no .question or no <details>. It is drawn by src/components/Predict.astro.');
  const { id } = quiz.properties;
  const before = quiz.children.filter((child) => child !== question && child !== details);
  const options = selectAll('fieldset .option-text', quiz).map((option) => h('li', {}, h('code', {}, textIn(option).trim())));
  const inside = details.children.filter((child) => !isElement(child, 'summary') && !isElement(child, 'ul'));
  const reasons = selectAll('.reasons > li', details).map((reason) => {
    const verdict = textIn(select('strong', reason)!).trim();
    const option = textIn(select('.reason-option span', reason)!).trim();
    return h('li', {}, h('p', {}, h('strong', {}, verdict), ' ', h('code', {}, option)), ...inParagraphs(cleanAll([select('.reason', reason)!])));
  });
  return [
    h(
      'section',
      { className: ['predict'], ...(id !== undefined && { id }) },
      h('p', { className: ['headline'] }, h('strong', {}, 'Predict:'), ' ', ...cleanAll(question.children)),
      ...cleanAll(before),
      h('ol', { className: ['options'], type: 'A' }, ...options),
      h('p', { className: ['headline'] }, h('strong', {}, textIn(select('summary', details)!))),
      ...cleanAll(inside),
      h('ul', { className: ['reasons'] }, ...reasons),
    ),
  ];
};

const isElement = (node: ElementContent, tagName: string): node is Element => node.type === 'element' && node.tagName === tagName;
