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

/** The excerpt is HTML in which Pagefind has escaped all but its own `<mark>`. The title in front of it is already shown. */
function excerpt(html: string, title: string): HTMLParagraphElement {
  const text = element('p', 'search-excerpt');
  text.innerHTML = html;
  const plain = text.textContent;
  if (plain.startsWith(title)) {
    const range = document.createRange();
    range.selectNodeContents(text);
    for (let left = title.length, walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT); walker.nextNode();) {
      const node = walker.currentNode as Text;
      if (left <= node.length) {
        range.setEnd(node, left);
        break;
      }
      left -= node.length;
    }
    range.deleteContents();
  }
  return text;
}

function link(className: string, url: string, title: string, query: string): HTMLAnchorElement {
  const target = new URL(url, location.href);
  if (query) target.searchParams.set(MARK_PARAM, query);
  const made = element('a', className, ...marked(title, matcher(query)));
  made.href = target.pathname + target.search + target.hash;
  return made;
}

/** The sections with the most words found, in the order of the page. */
function bestParts(parts: SubResult[]): SubResult[] {
  const best = [...parts].sort((a, b) => b.locations.length - a.locations.length).slice(0, MAX_PARTS);
  return parts.filter((part) => best.includes(part));
}

/** One result: where the question belongs, its title, the place of the words, and the sections that have them. */
export function drawResult(result: Result, query: string): HTMLLIElement {
  const title = result.meta['title'] ?? result.url;
  const parts = bestParts(result.sub_results.filter((part) => !LEAD.test(part.url)));
  const lead = result.sub_results.find((part) => LEAD.test(part.url))?.excerpt ?? (parts.length > 0 ? '' : result.excerpt);
  const where = element('p', 'search-where', ...(result.filters['segment'] ?? []));
  for (const level of result.filters['level'] ?? []) where.append(element('span', `search-level ${level}`, level));
  const item = element('li', 'search-hit', where, element('p', 'search-title', link('', result.url, title, query)));
  if (lead) item.append(excerpt(lead, title));
  if (parts.length > 0) {
    item.append(element('ul', 'search-parts', ...parts.map((part) =>
      element('li', '', link('', part.url, part.title, query), excerpt(part.excerpt, part.title)))));
  }
  return item;
}
