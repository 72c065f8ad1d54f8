/**
 * What the reader wants, remembered in this browser as `localStorage.offline`: `seen` after the first page view, `on` from the first saving on,
 * `paused`, `off` once everything was removed.
 */
export type Wish = 'seen' | 'on' | 'paused' | 'off';

export function remember(wish: Wish): void {
  try {
    localStorage['offline'] = wish;
  } catch {
    // Not allowed: then each page view is the first.
  }
}

export const remembered = (): Wish | undefined => localStorage['offline'] as Wish | undefined;
