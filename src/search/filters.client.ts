import type { Level } from '../bank/schema.ts';
import type { FilterCounts, Selection } from './pagefind.ts';

const LEVEL_ORDER: readonly Level[] = ['junior', 'mid', 'senior'];

/** The choice of levels and of a segment. The values come from the index, so that a new segment needs no change here. */
export interface Filters {
  /** Draws the values of the index. Pagefind reports them more than once; only the first time matters. */
  show(counts: FilterCounts): void;
  /** What is chosen, in Pagefind's words. Empty for everything. */
  selection(): Selection;
  clear(): void;
}

/**
 * @param root holds a `fieldset` for the levels and a `select` for the segments; stays hidden until there is something to choose
 * @param changed is called after each choice
 */
export function filtersIn(root: HTMLElement, changed: () => void): Filters {
  const levels = root.querySelector('fieldset')!;
  const segments = root.querySelector('select')!;
  root.addEventListener('change', changed);
  return {
    show(counts) {
      if (segments.options.length > 1) return;
      for (const level of LEVEL_ORDER.filter((name) => counts['level']?.[name])) {
        const label = document.createElement('label');
        label.append(Object.assign(document.createElement('input'), { type: 'checkbox', value: level }), level);
        levels.append(label);
      }
      for (const name of Object.keys(counts['segment'] ?? {}).sort()) segments.add(new Option(name, name));
      root.hidden = false;
    },
    selection() {
      const chosen = [...levels.querySelectorAll('input')].filter((box) => box.checked).map((box) => box.value);
      return {
        ...(chosen.length > 0 && { level: { any: chosen } }),
        ...(segments.value && { segment: { any: [segments.value] } }),
      };
    },
    clear() {
      for (const box of levels.querySelectorAll('input')) box.checked = false;
      segments.value = '';
    },
  };
}
