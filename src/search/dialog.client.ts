import { startEngine, type Engine } from './engine.client.ts';
import { filtersIn } from './filters.client.ts';
import { keysIn } from './keys.client.ts';
import { listIn } from './list.client.ts';
import { DAMAGED, DIALOG, NO_INDEX_IN_DEV, NOT_LOADED } from './markup.client.ts';
import { saidIn } from './said.client.ts';
import styles from './search.css?url';
import { slashBox } from './slash.client.ts';
import { styled } from './styled.client.ts';

const dialog = document.createElement('dialog');
dialog.className = 'search';
dialog.setAttribute('aria-label', 'Search the answers');
dialog.innerHTML = DIALOG;

const part = <T extends HTMLElement = HTMLElement>(selector: string): T => dialog.querySelector<T>(selector)!;
const input = part<HTMLInputElement>('#search-words');
const start = part('.search-start');
const note = part('.search-note');
const found = part('.search-found');
const hits = part<HTMLUListElement>('.search-hits');
const list = listIn(hits, part('.search-body'));
const said = saidIn(part('.search-said'), part('.search-live'));
const filters = filtersIn(part('.search-filters'), () => void look());
keysIn(hits, input);

let starting: Promise<Engine> | undefined;
let engine: Engine | undefined;
/** What Enter or an arrow waits to do. */
let waiting: ((link: HTMLAnchorElement) => void) | undefined;
/** The last question put to the index, the one that is drawn, and whether one is being answered. */
let [asked, drawn, busy] = ['', '', false];
/** What the reader wants to be looked for as it stands. */
let asTyped = '';

/** What is wanted now: drawing what is shown already would lose one's place in it. */
const wanted = (): string => JSON.stringify([input.value.trim(), filters.selection(), asTyped === input.value.trim()]);

/**
 * Looks up what is in the field, at once. While one question is being answered the next waits, and only the newest of those that
 * came meanwhile is put: keys are never faster than the index.
 */
async function look(): Promise<void> {
  const words = input.value.trim();
  const selection = filters.selection();
  const idle = !words && Object.keys(selection).length === 0;
  start.hidden = !idle;
  found.hidden = idle;
  if (!engine || busy || asked === wanted()) return;
  asked = wanted();
  busy = true;
  try {
    const answer = idle ? null : await engine.search(input.value, selection, asTyped === words);
    await list.show(answer?.hits ?? [], answer?.query ?? '');
    // The list carries the words it was drawn for, which tests wait for.
    hits.dataset['for'] = words;
    said.tell(answer, words);
    drawn = asked;
  } catch {
    failed();
  } finally {
    busy = false;
  }
  if (asked && asked !== wanted()) return look();
  settle();
}

/** Does this with the first result, at once or as soon as it is there. */
function withFirst(act: (link: HTMLAnchorElement) => void): void {
  waiting = act;
  void look();
  settle();
}

function settle(): void {
  const first = hits.querySelector('a');
  if (!first || !waiting || busy || drawn !== wanted()) return;
  const act = waiting;
  waiting = undefined;
  act(first);
}

function failed(): void {
  note.innerHTML = NOT_LOADED;
  asked = '';
  sayDamage();
}

/** What is saved for offline reading may lack files, and Pagefind finds less without them, without a word. */
function sayDamage(): void {
  if (document.documentElement.hasAttribute('data-offline-damaged')) note.innerHTML = DAMAGED;
}
new MutationObserver(sayDamage).observe(document.documentElement, { attributeFilter: ['data-offline-damaged'] });

/** Loads what searches, once, and looks up what is in the field by then. Says so when it cannot. */
export async function connect(): Promise<void> {
  note.innerHTML = import.meta.env.DEV ? NO_INDEX_IN_DEV : '';
  sayDamage();
  if (import.meta.env.DEV) return;
  try {
    engine = await (starting ??= startEngine());
    filters.show(engine.filters);
    void look();
  } catch {
    starting = undefined;
    failed();
  }
}

/** Puts other words into the field. */
function type(words: string): void {
  input.value = words;
  input.focus();
  void look();
}

input.addEventListener('input', () => {
  waiting = undefined;
  void look();
});
input.addEventListener('keydown', (event) => {
  // The Enter that ends the composing of a Japanese word is not ours.
  if (event.isComposing) return;
  if (event.key === 'Enter') withFirst((link) => link.click());
  else if (event.key === 'ArrowDown') withFirst((link) => link.focus());
  else return;
  event.preventDefault();
});

dialog.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  // The backdrop belongs to the dialog itself; everything inside has its own element.
  if (target === dialog || target.closest('.search-close')) dialog.close();
  else if (target.closest('.search-retry')) void connect();
  else if (target.closest('.search-clear')) type('');
  else if (target.closest('.search-as-typed')) type((asTyped = target.textContent));
  else if (target.closest('.search-start button, .search-shorter')) type(target.textContent);
});
dialog.addEventListener('close', () => {
  waiting = undefined;
  asTyped = '';
  input.value = '';
  filters.clear();
  void look();
});
slashBox(part<HTMLInputElement>('.search-slash'));

/** Fulfilled when the dialog can be shown: it has its styles. */
export const ready = styled(styles);
document.body.append(dialog);

/** Shows the dialog with the cursor in the field. Words given replace those in the field. */
export function open(words: string): void {
  if (!dialog.open) dialog.showModal();
  if (words) type(words);
  input.focus();
}
