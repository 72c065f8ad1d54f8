import { slashIsOn } from './slash.client.ts';

/** Fields in which `/` and Ctrl+K are the reader's. */
const FIELDS = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';

let loading: Promise<typeof import('./dialog.client.ts')> | undefined;
/** Keys pressed while the dialog is on its way; null when it is not. */
let typed: string | null = null;

const load = () => (loading ??= import('./dialog.client.ts'));

/** The only thing the search costs a reader who never uses it: this file waits for the first use. */
async function open(): Promise<void> {
  if (typed !== null) return;
  // The page may know what one is looking for: the 404 page does.
  const words = document.querySelector<HTMLElement>('[data-search-words]')?.dataset['searchWords'] ?? '';
  typed = '';
  try {
    const dialog = await load();
    void dialog.connect();
    await dialog.ready;
    dialog.open(typed || words);
  } catch {
    loading = undefined;
    const said = Object.assign(document.createElement('p'), {
      className: 'search-failed',
      role: 'alert',
      textContent: 'The search could not be loaded. Reload the page when you are online.',
    });
    document.body.append(said);
    setTimeout(() => said.remove(), 6000);
  } finally {
    typed = null;
  }
}

const launcher = (event: Event): boolean => !!(event.target as Element).closest?.('[data-search]');

addEventListener('click', (event) => launcher(event) && open());
for (const approach of ['pointerover', 'focusin']) addEventListener(approach, (event) => launcher(event) && load().catch(() => (loading = undefined)));

addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
  // The list of results has keys of its own.
  if (defaultPrevented) return;
  const inField = (event.target as Element).closest?.(FIELDS);
  const command = (ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k';
  const slash = key === '/' && !ctrlKey && !metaKey && !altKey && !inField && slashIsOn();
  if (typed !== null && !ctrlKey && !metaKey && (key.length === 1 || key === 'Backspace')) typed = key.length === 1 ? typed + key : typed.slice(0, -1);
  else if (command || slash) void open();
  else return;
  event.preventDefault();
});

if (location.search.includes('mark=')) void import('./marks.client.ts');
