import { wordsOfAddress } from './words.client.ts';

/** On a page that stands in for another: the search opens with the words of the address one came by, and its button shows them. */
for (const box of document.querySelectorAll<HTMLElement>('[data-search-words]')) {
  const path = location.pathname.slice(import.meta.env.BASE_URL.replace(/\/$/, '').length);
  const words = wordsOfAddress(path);
  if (!words) continue;
  box.dataset['searchWords'] = words;
  box.querySelector('span')!.textContent = words;
}
