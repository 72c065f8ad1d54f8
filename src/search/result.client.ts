import type { Hit } from './engine.client.ts';
import type { Result, SubResult } from './pagefind.ts';
import { MARK_PARAM, matcher } from './words.client.ts';

/** Parts of a page that are its beginning, not a section of its own: the title and the spoken answer. */
const LEAD = /^[^#]*(?:#(?:_top|short-answer))?$/;
const MAX_PARTS = 3;

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

/** A text in which the words found stand in `<mark>`. */
function marked(text: string, words: RegExp | null): Node[] {
  if (!words) return [document.createTextNode(text)];
  const nodes: Node[] = [];
  let end = 0;
  for (const match of text.matchAll(words)) {
    nodes.push(document.createTextNode(text.slice(end, match.index)), element('mark', '', match[0]));
    end = match.index + match[0].length;
  }
  return [...nodes, document.createTextNode(text.slice(end))];
}

/** Joins the names again that `separate-names.ts` has cut apart for the index. Pagefind's marks may stand at the cut. */
const joined = (text: string): string => text.replace(/\u2060(<\/mark>)? ?/g, '$1');

/** How many characters of this text repeat the title above it, or its end. */
function repeated(text: string, title: string): number {
  const start = /^(?:…\s)?/.exec(text)![0].length;
  // A single last word may as well be the text's own.
  const ends = title
    .split(/(?<=\s)(?=\S)/)
    .map((_, i, words) => words.slice(i).join(''))
    .filter((words, i) => i === 0 || words.includes(' '));
  const end = ends.find((words) => text.startsWith(words, start) && !/^[\p{L}\p{N}]/u.test(text.slice(start + words.length)));
  // Pagefind ends a heading with a full stop where it has none.
  return end ? start + end.length + /^[.\s]*/.exec(text.slice(start + end.length))![0].length : 0;
}

/** Takes so many characters from the beginning of an element. */
function cutStart(from: HTMLElement, characters: number): void {
  const walker = document.createTreeWalker(from, NodeFilter.SHOW_TEXT);
  for (let left = characters; left > 0 && walker.nextNode();) {
    const text = walker.currentNode as Text;
    left -= text.length;
    text.data = left < 0 ? text.data.slice(left) : '';
  }
}

/**
 * The text around the words found. Pagefind gives HTML in which it has escaped all but its own `<mark>`, around all that stands
 * between two blanks: of `nextTick(()` only `nextTick` stays marked.
 */
function excerpt(html: string, title: string, words: RegExp | null): HTMLParagraphElement {
  const text = element('p', 'search-excerpt');
  text.innerHTML = joined(html);
  cutStart(text, repeated(text.textContent, title));
  for (const mark of text.querySelectorAll('mark')) {
    if (!mark.textContent) mark.remove();
    else if (words && mark.textContent.search(words) >= 0) mark.replaceWith(...marked(mark.textContent, words));
  }
  return text;
}

function link(url: string, title: string, query: string): HTMLAnchorElement {
  const target = new URL(url, location.href);
  if (query) target.searchParams.set(MARK_PARAM, query);
  const made = element('a', '', ...marked(title, matcher(query)));
  made.href = target.pathname + target.search + target.hash;
  return made;
}

/** The sections with the most words found, in the order of the page. */
function bestParts(parts: SubResult[]): SubResult[] {
  const best = [...parts].sort((a, b) => b.locations.length - a.locations.length).slice(0, MAX_PARTS);
  return parts.filter((part) => best.includes(part));
}

/** One result: where the question belongs and its title. What the page says follows with {@link addText}; until then the item `is-coming`. */
export function drawHit(hit: Hit, query: string): HTMLLIElement {
  const where = element('p', 'search-where', ...(hit.segment ? [hit.segment] : []));
  if (hit.level) where.append(element('span', `search-level ${hit.level}`, hit.level));
  return element('li', 'search-hit is-coming', where, element('p', 'search-title', link(hit.url, hit.title, query)));
}

/** Adds the place of the words in the page's text, and the sections that have them. */
export function addText(item: HTMLElement, hit: Hit, result: Result, query: string): void {
  const words = matcher(query);
  const parts = bestParts(result.sub_results.filter((part) => !LEAD.test(part.url)));
  const lead = result.sub_results.find((part) => LEAD.test(part.url))?.excerpt ?? (parts.length > 0 ? '' : result.excerpt);
  if (lead) item.append(excerpt(lead, hit.title, words));
  const drawn = parts.map((part) => {
    const heading = joined(part.title);
    return element('li', '', link(part.url, heading, query), excerpt(part.excerpt, heading, words));
  });
  if (drawn.length > 0) item.append(element('ul', 'search-parts', ...drawn));
  item.classList.remove('is-coming');
}
