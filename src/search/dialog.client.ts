import { startEngine } from './engine.client.ts';
import { filtersIn } from './filters.client.ts';
import { DAMAGED, DIALOG, NO_INDEX_IN_DEV, NOT_LOADED } from './markup.client.ts';
import type { Instance } from './pagefind.ts';
import styles from './search.css?url';
import { slashIsOn, turnSlash } from './slash.client.ts';
import { meaningful, withoutOne } from './words.client.ts';

/** Milliseconds without a key before the words are looked up. */
const PAUSE = 120;

const dialog = document.createElement('dialog');
dialog.className = 'search';
dialog.setAttribute('aria-label', 'Search the answers');
dialog.innerHTML = DIALOG;

const part = <T extends HTMLElement = HTMLElement>(selector: string): T => dialog.querySelector<T>(selector)!;
const input = part<HTMLInputElement>('#search-words');
const start = part('.search-start');
const note = part('.search-note');
const found = part('.search-found');
const less = part('.search-less');
const filters = filtersIn(part('.search-filters'), () => look());

let starting: Promise<Instance> | undefined;
let instance: Instance | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
/** What Enter or an arrow waits to do. */
let waiting: ((link: HTMLAnchorElement) => void) | undefined;
/** The last question put to the index. */
let asked = '';

/** Looks up the words of the field under the filters, unless that is what is shown: drawing it again would lose one's place in it. */
function look(): void {
  clearTimeout(timer);
  const selection = filters.selection();
  const words = meaningful(input.value);
  const idle = !words && Object.keys(selection).length === 0;
  start.hidden = !idle;
  found.hidden = idle;
  const question = JSON.stringify([words, selection]);
  if (!instance || question === asked) return;
  asked = question;
  instance.faceted = !idle;
  instance.triggerSearchWithFilters(words, selection);
}

/** Offers queries with one word less when no page has all the words. */
function offerLess(pages: number): void {
  const offers = pages === 0 ? withoutOne(meaningful(`${input.value} `)) : [];
  less.replaceChildren(...offers.map((words) => Object.assign(document.createElement('button'), { type: 'button', textContent: words })));
}

/** Does this with the first result, at once or as soon as its text is there: the results below it may arrive earlier. */
function withFirst(act: (link: HTMLAnchorElement) => void): void {
  waiting = act;
  look();
  settle();
}

function settle(): void {
  const first = found.querySelector<HTMLAnchorElement>('.pf-results > :first-child a');
  if (!first || !waiting) return;
  const act = waiting;
  waiting = undefined;
  act(first);
}

const failed = (): void => {
  note.innerHTML = NOT_LOADED;
  asked = '';
};

/** What is saved for offline reading may lack files, and Pagefind finds less without them, without a word. */
function sayDamage(): void {
  if (document.documentElement.hasAttribute('data-offline-damaged')) note.innerHTML = DAMAGED;
}
new MutationObserver(sayDamage).observe(document.documentElement, { attributeFilter: ['data-offline-damaged'] });

/** Loads what searches, once. */
const engine = (): Promise<Instance> =>
  (starting ??= startEngine(found, input).then((made) => {
    made.on('filters', ({ total }) => filters.show(total ?? {}));
    made.on('results', ({ results }) => offerLess(results.length));
    made.on('error', failed);
    return made;
  }));

/** Loads what searches, and looks up what is in the field by then. Says so when it cannot. */
export async function connect(): Promise<void> {
  note.innerHTML = import.meta.env.DEV ? NO_INDEX_IN_DEV : '';
  sayDamage();
  if (import.meta.env.DEV) return;
  try {
    instance = await engine();
    await instance.triggerLoad();
    look();
  } catch {
    if (!instance) starting = undefined;
    failed();
  }
}

input.addEventListener('input', () => {
  waiting = undefined;
  clearTimeout(timer);
  timer = setTimeout(look, PAUSE);
});
input.addEventListener('keydown', (event) => {
  // The Enter that ends the composing of a Japanese word is not ours.
  if (event.isComposing) return;
  if (event.key === 'Enter') withFirst((link) => link.click());
  else if (event.key === 'ArrowDown') withFirst((link) => link.focus());
  else return;
  event.preventDefault();
});
new MutationObserver(settle).observe(found, { childList: true, subtree: true });

dialog.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  // The backdrop belongs to the dialog itself; everything inside has its own element.
  if (target === dialog || target.closest('.search-close')) dialog.close();
  else if (target.closest('.search-retry')) void connect();
  else if (target.closest('.search-clear')) open('', true);
  else if (target.closest('.search-start button, .search-less button')) open(target.textContent, true);
});
dialog.addEventListener('close', () => {
  waiting = undefined;
  input.value = '';
  filters.clear();
  look();
});
const slash = part<HTMLInputElement>('.search-slash');
slash.checked = slashIsOn();
slash.addEventListener('change', () => turnSlash(slash.checked));

/** Fulfilled when the dialog can be shown: it has its styles. */
export const ready = new Promise<void>((resolve) => {
  const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles, onload: () => resolve(), onerror: () => resolve() });
  document.head.append(sheet);
  document.body.append(dialog);
});

/** Shows the dialog with the cursor in the field. Words given replace those in the field; `replace` also empties it. */
export function open(words: string, replace = false): void {
  if (!dialog.open) dialog.showModal();
  if (words || replace) {
    input.value = words;
    look();
  }
  input.focus();
}
