/**
 * What the reader wants, remembered in this browser: `seen` after the first page view, `on` from the first saving on, `paused`, `off` once
 * everything was removed. The launcher reads it by this key too.
 */
export type Wish = 'seen' | 'on' | 'paused' | 'off';

export const WISH = 'offline';

export function remember(wish: Wish): void {
  try {
    localStorage.setItem(WISH, wish);
  } catch {
    // Not allowed: then each page view is the first.
  }
}
