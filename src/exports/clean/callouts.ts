import { select } from 'hast-util-select';
import { h, hasClass, inParagraphs, textIn, type Rule } from './rule.ts';

const KINDS = ['pitfall', 'myth', 'senior', 'say'] as const;

/** A pitfall, a myth, what a senior adds, or a sentence to say aloud. Its label is its name, and its first line. */
export const callout: Rule = (aside, cleanAll) => {
  const kind = aside.tagName === 'aside' && KINDS.find((name) => hasClass(aside, name));
  if (!kind) return null;
  const { id, ariaLabel } = aside.properties;
  const label = h('p', { className: ['label'], ariaHidden: 'true' }, String(ariaLabel));
  return [h('aside', { className: [kind], ...(id !== undefined && { id }), role: 'note', ariaLabel }, label, ...inParagraphs(cleanAll(aside.children)))];
};

/** What the website shows on demand, shown. */
export const details: Rule = (element, cleanAll) => {
  if (element.tagName !== 'details') return null;
  const summary = select('summary', element);
  const headline = summary ? [h('p', { className: ['headline'] }, h('strong', {}, textIn(summary).trim()))] : [];
  return [h('section', { className: ['details'] }, ...headline, ...inParagraphs(cleanAll(element.children.filter((child) => child !== summary))))];
};
