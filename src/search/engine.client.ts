import { PLACEHOLDER } from './markup.client.ts';
import type { Instance, ResultsElement } from './pagefind.ts';
import { RANKING } from './ranking.client.ts';
import { drawResult } from './result.client.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
const bundlePath = `${base}pagefind/`;

const TEXTS = {
  many_results: '[COUNT] pages',
  one_result: '[COUNT] page',
  zero_results: 'No page has all of these words. Try fewer, or others.',
  total_many_results: '[COUNT] pages',
  total_one_result: '[COUNT] page',
  total_zero_results: 'No page yet.',
  searching: 'Searching…',
  results_label: 'Answers found',
};

let tries = 0;

/**
 * Loads Pagefind's Component UI and puts its list of results and its summary into `room`. The index itself comes with the first
 * `triggerLoad()` or search.
 *
 * Its own styles are not loaded: `search.css` draws the few elements used. The field, the filters and the dialog are ours, so that
 * one can type before this has arrived.
 * @throws Error when the script cannot be loaded: there is no connection, or no index
 */
export async function startEngine(room: HTMLElement, input: HTMLInputElement): Promise<Instance> {
  // Some browsers remember that a module could not be loaded, and would not ask again for the same address.
  await import(/* @vite-ignore */ `${bundlePath}pagefind-component-ui.js${tries++ ? `?${tries}` : ''}`);
  const instance = window.PagefindComponents!.configureInstance('default', {
    bundlePath,
    baseUrl: base,
    excerptLength: 30,
    excerptEllipsis: '…',
    ranking: RANKING,
  });
  instance.setTranslations(TEXTS);
  room.innerHTML = `<pagefind-summary></pagefind-summary>
    <pagefind-results><script type="text/pagefind-template" data-template="placeholder">${PLACEHOLDER}</script></pagefind-results>`;
  room.querySelector<ResultsElement>('pagefind-results')!.resultTemplate = (result) => drawResult(result, input.value.trim());
  // Where arrow up on the first result and typing in the list lead to: Pagefind wants an element around the field.
  const bar = input.closest('search')!;
  instance.registerInput(Object.assign(bar, { inputEl: input, focus: () => input.focus() }), { keyboardNavigation: true });
  return instance;
}
