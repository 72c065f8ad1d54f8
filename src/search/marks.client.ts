import { MARK_PARAM, matcher } from './words.client.ts';

/** Marked words at most, so that a query of one letter does not colour the page. */
const MAX_MARKS = 500;

/**
 * Marks the words one searched for on the page one has come to. The page itself is not changed: the browser paints over ranges
 * (CSS Custom Highlight API), so nothing moves and nothing is read aloud twice. The words leave the address, which stays fit to share.
 */
function mark(): void {
  const address = new URL(location.href);
  const words = matcher(address.searchParams.get(MARK_PARAM) ?? '');
  address.searchParams.delete(MARK_PARAM);
  history.replaceState(history.state, '', address);
  const page = document.querySelector('[data-pagefind-body]');
  if (!words || !page || !('highlights' in CSS)) return;

  const ranges: Range[] = [];
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement!.closest('[data-pagefind-ignore], script, style') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode() && ranges.length < MAX_MARKS) {
    const node = walker.currentNode as Text;
    for (const match of node.data.matchAll(words)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
    }
  }
  CSS.highlights.set('searched', new Highlight(...ranges));
  addEventListener('keydown', ({ key }) => key === 'Escape' && CSS.highlights.delete('searched'));
}

mark();
