/**
 * What the reader wants, remembered in this browser: `seen` after the first page view, `on` from the first saving on, `paused`, `off` once
 * everything was removed. In `localStorage` under `offline:` and the path of the site: sites of one origin share it. `launcher.client.ts`, which
 * stands on every page, spells it out once more.
 */
export type Wish = 'seen' | 'on' | 'paused' | 'off';

const KEY = `offline:${import.meta.env.BASE_URL}`;

/** Keeps a wish for the next page view. */
export function remember(wish: Wish): void {
  try {
    localStorage[KEY] = wish;
  } catch {
    // Not allowed: then each page view is the first.
  }
}

/** The wish kept last; undefined on a first visit. @throws DOMException where the browser allows no storage */
export const remembered = (): Wish | undefined => localStorage[KEY] as Wish | undefined;
