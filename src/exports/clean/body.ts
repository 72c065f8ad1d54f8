import type { Element, ElementContent, Root } from 'hast';
import { hasClass, type Rule } from './rule.ts';
import { nameOutputs, program } from './program.ts';
import { diagram } from './diagram.ts';
import { trace } from './trace.ts';
import { predict } from './predict.ts';
import { callout, details } from './callouts.ts';

/** What works only on the website: scripts, controls, messages of controls, icons beside headings, signs that words repeat. */
const GONE_TAGS = new Set(['script', 'style', 'link', 'template', 'noscript', 'button', 'form', 'input']);
const isGone = (el: Element): boolean =>
  GONE_TAGS.has(el.tagName) ||
  hasClass(el, 'sl-anchor-link', 'callout-label', 'say-label', 'predict-label', 'mark') ||
  el.properties['ariaLive'] !== undefined ||
  el.properties['role'] === 'status';

/** Elements that only hold others, for the sake of layout or behaviour. */
const isWrapper = (el: Element): boolean =>
  el.tagName.includes('-') ||
  (el.tagName === 'div' && !hasClass(el, 'compare', 'versions')) ||
  (el.tagName === 'span' && !hasClass(el, 'mark')) ||
  el.tagName === 'figcaption';

/** The first that takes an element decides what becomes of it. */
const RULES: readonly Rule[] = [program, diagram, trace, predict, callout, details];

/** Attributes that say something without the website's styles and scripts. */
const KEPT = ['id', 'href', 'title', 'src', 'alt', 'start', 'colSpan', 'rowSpan', 'align', 'ariaLabel'];

/** Classes that mean something, and what they are called here. */
const CLASSES = {
  compare: 'compare',
  versions: 'versions',
  side: 'side',
  good: 'good',
  bad: 'bad',
  claim: 'claim',
  headline: 'headline',
  'side-label': 'headline',
};

/**
 * The content of a built page as plain HTML that means the same without the website. It consists of ordinary elements and
 *
 * - `<figure class="program" data-title="order.cjs" data-ran="22 24 26"><figcaption>…</figcaption><pre data-title="order.cjs"><code class="language-js">`
 * - `<figure class="output" data-label="Output (Node 22, 24, 26)"><figcaption>…</figcaption><pre class="output"><code>`
 * - `<figure class="diagram"><svg>` with `<title>` and `<desc>`, styled by `diagram.css`
 * - `<section class="trace" data-of="order.cjs">`: where it was recorded, and its steps as numbered lists
 * - `<section class="predict">`: question, program, options, output and reasons
 * - `<aside class="pitfall | myth | senior | say" role="note" aria-label="Pitfall">`
 * - `<section class="details">`: what a reader opens on the website, its first line in bold
 * - `<div class="compare"><section class="side good | bad">`, `<div class="versions">`
 *
 * Ids are those of the page.
 */
export function cleanBody(content: Element): Root {
  const body: Root = { type: 'root', children: cleanAll(content.children) };
  nameOutputs(body);
  return body;
}

const cleanAll = (children: readonly ElementContent[]): ElementContent[] => children.flatMap(clean);

function clean(node: ElementContent): ElementContent[] {
  if (node.type === 'comment') return [];
  if (node.type !== 'element') return [node];
  const replaced = RULES.map((rule) => rule(node, cleanAll)).find((result) => result !== null);
  if (replaced) return replaced;
  if (isGone(node)) return [];
  const children = cleanAll(node.children);
  if (isWrapper(node)) return children;
  const properties: Element['properties'] = {};
  for (const name of KEPT) if (node.properties[name] !== undefined) properties[name] = node.properties[name];
  const classes = Object.entries(CLASSES).flatMap(([theirs, ours]) => (hasClass(node, theirs) ? [ours] : []));
  if (classes.length > 0) properties['className'] = classes;
  return [{ ...node, properties, children }];
}
