import { PLACEHOLDER } from './markup.client.ts';
import type { Instance, ResultsElement } from './pagefind.ts';
import { RANKING } from './ranking.client.ts';
import { drawResult } from './result.client.ts';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
const bundlePath = `${base}pagefind/`;

const TEXTS = {
  many_results: '[COUNT] answers',
  one_result: '[COUNT] answer',
  zero_results: 'No answer has all of these words. Try fewer, or others.',
  total_many_results: '[COUNT] answers',
  total_one_result: '[COUNT] answer',
  total_zero_results: 'No answer yet.',
  searching: 'Searching…',
  results_label: 'Answers found',
};

/**
 * Loads Pagefind's Component UI and puts its list of results and its summary into `room`.
 *
 * Its own styles are not loaded: `search.css` draws the few elements used. The field, the filters and the dialog are ours, so that
 * one can type before this has arrived.
 * @throws Error when the script cannot be loaded (no connection, or no index)
 */
export async function startEngine(room: HTMLElement, input: HTMLInputElement, query: () => string): Promise<Instance> {
  await import(/* @vite-ignore */ `${bundlePath}pagefind-component-ui.js`);
  const instance = window.PagefindComponents!.configureInstance('default', { bundlePath, baseUrl: base, excerptLength: 26, ranking: RANKING });
  instance.setTranslations(TEXTS);
  room.innerHTML = `<pagefind-summary></pagefind-summary>
    <pagefind-results><script type="text/pagefind-template" data-template="placeholder">${PLACEHOLDER}</script></pagefind-results>`;
  room.querySelector<ResultsElement>('pagefind-results')!.resultTemplate = (result) => drawResult(result, query());
  // Where arrow up on the first result and typing in the list lead to.
  instance.registerInput(Object.assign(input, { inputEl: input }), { keyboardNavigation: true });
  await instance.triggerLoad();
  return instance;
}
