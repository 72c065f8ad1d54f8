const KEY = 'na-slash';

/** Whether `/` opens the search. A reader may turn it off: a single key is easily pressed by accident or by dictation (WCAG 2.1.4). */
export function slashIsOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    // Storage is blocked.
    return true;
  }
}

/** The box by which the reader turns it on and off. */
export function slashBox(box: HTMLInputElement): void {
  box.checked = slashIsOn();
  box.addEventListener('change', () => (box.checked ? localStorage.removeItem(KEY) : localStorage.setItem(KEY, 'off')));
}
