/**
 * What the reader wants, remembered in this browser as `localStorage.offline`: `seen` after the first page view, `on` from the first saving on,
 * `paused`, `off` once everything was removed.
 */
export type Wish = 'seen' | 'on' | 'paused' | 'off';

/** Keeps a wish for the next page view. */
export function remember(wish: Wish): void {
  try {
    localStorage['offline'] = wish;
  } catch {
    // Not allowed: then each page view is the first.
  }
}

/** The wish kept last; undefined on a first visit. @throws DOMException where the browser allows no storage */
export const remembered = (): Wish | undefined => localStorage['offline'] as Wish | undefined;
