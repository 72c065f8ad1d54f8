import type { Hit } from './engine.client.ts';
import { addText, drawHit } from './result.client.ts';

/** Results drawn at once; the next follow when one comes near their end. */
const BATCH = 10;
/** Results whose texts are waited for, as many as are seen at first, and for how long at most, in milliseconds. */
const SEEN_AT_ONCE = 4;
const WAIT_FOR_TEXTS = 40;

export interface List {
  /**
   * Draws results in place of those before. Texts that are there at once are drawn with them, so that nothing moves; the others
   * follow as they come into view.
   */
  show(hits: readonly Hit[], query: string): Promise<void>;
}

/** @param room holds the list and scrolls */
export function listIn(list: HTMLUListElement, room: HTMLElement): List {
  let hits: readonly Hit[] = [];
  let query = '';
  const drawn = new Map<Element, Hit>();
  const asked = new WeakSet<Element>();

  const addTextTo = async (item: HTMLElement, hit: Hit): Promise<void> => {
    if (asked.has(item)) return;
    asked.add(item);
    const words = query;
    // Where the text cannot be loaded, the title still leads to its page.
    const result = await hit.text().catch(() => undefined);
    if (result) addText(item, hit, result, words);
  };

  const draw = (): HTMLLIElement[] =>
    hits.slice(drawn.size, drawn.size + BATCH).map((hit) => {
      const item = drawHit(hit, query);
      drawn.set(item, hit);
      return item;
    });
  const append = (items: HTMLLIElement[]): void => {
    list.append(...items);
    for (const item of items) watcher.observe(item);
  };

  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const hit = drawn.get(target);
        if (!isIntersecting || !hit) continue;
        watcher.unobserve(target);
        void addTextTo(target as HTMLElement, hit);
        if (target === list.lastElementChild) append(draw());
      }
    },
    { root: room, rootMargin: '200px' },
  );

  return {
    async show(found, words) {
      [hits, query] = [found, words];
      watcher.disconnect();
      drawn.clear();
      const items = draw();
      const texts = items.slice(0, SEEN_AT_ONCE).map((item, i) => addTextTo(item, found[i]!));
      await Promise.race([Promise.all(texts), new Promise((resolve) => setTimeout(resolve, WAIT_FOR_TEXTS))]);
      if (hits !== found) return;
      list.replaceChildren();
      append(items);
      room.scrollTop = 0;
    },
  };
}
