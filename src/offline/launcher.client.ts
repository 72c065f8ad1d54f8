import type { Wish } from './wish.client.ts';

/**
 * All that offline reading costs a reader on a first page view: shows the button, which has the rest fetched when it is pressed. Later views
 * fetch it when a copy is saved or being saved. Saving begins by itself with the second view, unless the reader saves data or has removed it;
 * not on localhost, where who builds the site wants to see what was built last. On every page, so every byte counts.
 */
const workers = navigator.serviceWorker;
const wake = (pressed?: Element): Promise<void> =>
  import('./control.client.ts').then(
    (control) => control.wake(!!pressed),
    () => pressed?.querySelectorAll('.offline-said, [role=status]').forEach((place) => place.replaceChildren('Not now: no connection.')),
  );

// In development there is no worker.
if (import.meta.env.PROD && workers) {
  for (const control of document.querySelectorAll('offline-control')) {
    control.classList.add('can');
    control.querySelector('button')!.onclick = () => wake(control);
  }
  const key = `offline:${import.meta.env.BASE_URL}`;
  const wish = localStorage[key] as Wish | undefined;
  const unasked = location.hostname !== 'localhost' && !(navigator as { connection?: { saveData: boolean } }).connection?.saveData;
  if (!wish) localStorage[key] = 'seen' satisfies Wish;
  else if (wish !== 'off' && (wish !== 'seen' || unasked)) onload = () => wake();
}
