import type MiniSearch from 'minisearch';
import { meaningful } from '../../search/words.client.ts';
import { excerptOf, splitAtWords, wordsPattern } from '../search/excerpt.client.ts';
import { completed } from './unpack.client.ts';
import { find, indexOf, type Searchable } from '../search/tiers.client.ts';

/** Answers listed; nobody reads further. */
const MOST = 20;

const root = document.documentElement;
const field = document.querySelector<HTMLInputElement>('#q')!;
const status = document.querySelector('#said')!;
const list = document.querySelector<HTMLElement>('#hits')!;
const contents = document.querySelector<HTMLElement>('#contents')!;
const theme = document.querySelector<HTMLButtonElement>('#theme')!;

let answers: HTMLElement[] = [];
let index: Promise<MiniSearch<Searchable>> | undefined;

/**
 * The index is made from the page's own text, when it is first asked for: nothing is shipped twice, nothing can be out of date.
 * Bit by bit, so that one can type meanwhile.
 */
function prepare(): Promise<MiniSearch<Searchable>> {
  if (index) return index;
  answers = [...document.querySelectorAll('article')];
  return (index = completed.then((packed) =>
    indexOf(
      answers.map((answer, id) => ({
        id,
        title: titleOf(answer),
        aliases: packed?.aliases[id] ?? '',
        headings: [...answer.querySelectorAll('h4, h5')].map((heading) => heading.textContent).join(' '),
        text: wordsIn(answer),
      })),
    ),
  ));
}

const titleOf = (answer: HTMLElement): string => answer.querySelector('h3')!.textContent;

/** The text of an answer, without the titles of others. */
const partsOf = (answer: HTMLElement): Element[] => [...answer.children].slice(1, -1).filter((part) => !part.matches('h3'));

/** What is searched of an answer: of its programs and outputs each name once, which halves the time to index them. */
function wordsIn(answer: HTMLElement): string {
  const [programs, prose] = [[] as string[], [] as string[]];
  for (const part of partsOf(answer)) (part.matches('pre') ? programs : prose).push(part.textContent);
  return `${prose.join(' ')} ${[...new Set(programs.join(' ').match(/[\p{L}_$][\p{L}\p{N}_$]{2,}/gu))].join(' ')}`;
}

async function look(): Promise<void> {
  const words = meaningful(field.value).trim();
  contents.hidden = words !== '';
  if (!words) {
    list.replaceChildren();
    status.textContent = '';
    return;
  }
  if (!index) status.textContent = 'Searching…';
  const { hits, exact } = find(await prepare(), words);
  // The reader may have typed on.
  if (words !== meaningful(field.value).trim()) return;
  const count = hits.length === 1 ? '1 answer' : `${hits.length} answers`;
  status.textContent = hits.length === 0 ? 'No answer has any of these words.' : exact ? count : `No answer has just these words. Like them: ${count}`;
  list.replaceChildren(...hits.slice(0, MOST).map(({ id, terms }) => hit(answers[id as number]!, wordsPattern(terms))));
}

function hit(answer: HTMLElement, words: RegExp | null): HTMLLIElement {
  const link = Object.assign(document.createElement('a'), { href: `#${answer.id}`, textContent: titleOf(answer) });
  const excerpt = document.createElement('p');
  const text = partsOf(answer).find((part) => words && part.textContent.search(words) >= 0) ?? answer.querySelector('h3 + p')!;
  splitAtWords(excerptOf(text.textContent.replace(/\s+/g, ' '), words), words).forEach((piece, i) =>
    excerpt.append(i % 2 === 1 ? Object.assign(document.createElement('mark'), { textContent: piece }) : piece),
  );
  const item = document.createElement('li');
  item.append(link, excerpt);
  return item;
}

field.addEventListener('focus', () => void prepare(), { once: true });
field.addEventListener('input', () => void look());
field.addEventListener('keydown', ({ key, isComposing }) => {
  if (isComposing) return;
  if (key === 'Enter') list.querySelector('a')?.click();
  if (key === 'Escape') {
    field.value = '';
    void look();
  }
});
addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (target === field || altKey) return;
  if ((key === '/' && !ctrlKey && !metaKey) || (key === 'k' && (ctrlKey || metaKey))) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});

/** The name of the stored choice; where storage is blocked, the choice lasts as long as the page. */
const KEY = 'handbook-theme';
const show = (name: string): void => {
  root.dataset['theme'] = name;
  theme.ariaPressed = String(name === 'dark');
};
const system = matchMedia('(prefers-color-scheme: dark)');
let chosen: string | null = null;
try {
  chosen = localStorage.getItem(KEY);
} catch {}
const follow = (): void => show(chosen ?? (system.matches ? 'dark' : 'light'));
follow();
system.addEventListener('change', follow);
theme.addEventListener('click', () => {
  chosen = root.dataset['theme'] === 'dark' ? 'light' : 'dark';
  follow();
  try {
    localStorage.setItem(KEY, chosen);
  } catch {}
});
// Without JavaScript they would do nothing.
for (const tool of document.querySelectorAll<HTMLElement>('#tools, #theme')) tool.hidden = false;
