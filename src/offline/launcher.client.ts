import { type Wish, WISH } from './wish.client.ts';

/**
 * All that offline reading costs a reader on a first page view: shows the button, which has the rest fetched when it is pressed. Later views
 * fetch it when a copy is saved or being saved. Saving begins by itself with the second view, unless the reader saves data or has removed it.
 */
const workers = navigator.serviceWorker;
const controls = document.querySelectorAll('offline-control');

function begin(): void {
  const wake = async (pressed: boolean): Promise<void> => (await import('./control.client.ts')).wake(pressed);
  const wish = localStorage.getItem(WISH) as Wish | null;
  const again = wish === 'seen' && !(navigator as { connection?: { saveData: boolean } }).connection?.saveData;
  if (!wish) localStorage.setItem(WISH, 'seen' satisfies Wish);
  for (const control of controls) {
    control.classList.add('can');
    control.querySelector('button')!.onclick = () => wake(true);
  }
  if (again) addEventListener('load', () => wake(false));
  else if (wish === 'on' || wish === 'paused' || (wish !== 'off' && workers.controller)) void wake(false);
}

// In development there is no worker.
if (import.meta.env.PROD && workers) begin();
