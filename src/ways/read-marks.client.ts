/** The numbers of the questions a reader has ticked as read, in this browser. */
const KEY = 'na-read';

/** Reads what is stored. Whatever else stands there is nothing read. */
export function parseRead(stored: string | null): Set<number> {
  try {
    const ids: unknown = JSON.parse(stored ?? '[]');
    return new Set(Array.isArray(ids) ? ids.filter((id): id is number => Number.isInteger(id)) : []);
  } catch {
    return new Set();
  }
}

/** Where storage is blocked, the marks live as long as the page. */
let unsaved: string | null = null;

/** The ids of the questions that are ticked as read in this browser. */
export function readMarks(): Set<number> {
  try {
    return parseRead(localStorage.getItem(KEY) ?? unsaved);
  } catch {
    return parseRead(unsaved);
  }
}

/** Marks these questions as read or not, and tells everybody who listens with `onReadMarks`. */
export function mark(ids: readonly number[], read: boolean): void {
  const marks = readMarks();
  for (const id of ids) {
    if (read) marks.add(id);
    else marks.delete(id);
  }
  unsaved = JSON.stringify([...marks].sort((a, b) => a - b));
  try {
    localStorage.setItem(KEY, unsaved);
  } catch {
    // Blocked or full.
  }
  dispatchEvent(new Event(KEY));
}

/** Calls this after each change, in this tab or in another one. */
export function onReadMarks(changed: () => void): void {
  addEventListener(KEY, changed);
  addEventListener('storage', ({ key }) => (key === KEY || key === null) && changed());
}
