/**
 * What the reader wants, remembered in this browser: `seen` after the first page view, `on` from the first saving on, `paused`, `off` once
 * everything was removed. In `localStorage` under `offline:` and the path of the site: sites of one origin share it. `launcher.client.ts`, which
 * stands on every page, spells it out once more.
 */
export type Wish = 'seen' | 'on' | 'paused' | 'off';

const KEY = `offline:${import.meta.env.BASE_URL}`;

export function remember(wish: Wish): void {
  try {
    localStorage[KEY] = wish;
  } catch {
    // Not allowed: then each page view is the first.
  }
}

export const remembered = (): Wish | undefined => localStorage[KEY] as Wish | undefined;
