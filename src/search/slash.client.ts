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

export function turnSlash(on: boolean): void {
  if (on) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, 'off');
}
