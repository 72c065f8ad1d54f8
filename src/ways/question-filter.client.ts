import { choiceIn, chosenBy, NAMES, queryOf, said, type Choice, type Listed } from './choice.client.ts';

/** Milliseconds without a key before the number of questions is announced again. */
const PAUSE = 250;

/** A question of the list, and the element it stands in. */
interface Item extends Listed {
  element: HTMLElement;
}

const itemOf = (element: HTMLElement): Item => ({
  element,
  level: element.dataset['level'] ?? '',
  segment: element.dataset['segment'] ?? '',
  tags: element.dataset['tag']?.split(' ') ?? [],
  title: element.querySelector('a')?.textContent ?? '',
});

/**
 * Controls above a list of questions: what does not fit them is hidden, and the choice stands in the address. The list itself, the
 * controls and the sentence with the number are in the HTML (`Filterable.astro`).
 */
class QuestionFilter extends HTMLElement {
  /** Hides what the address does not choose, from the first picture on: made by the page itself, needed until this element takes over. */
  declare early?: CSSStyleSheet;
  #form = this.querySelector('form')!;
  #count = this.querySelector('.count')!;
  #none = this.querySelector<HTMLElement>('.none')!;
  #items = [...this.querySelectorAll<HTMLElement>('li[data-level]')].map(itemOf);
  #sections = [...this.querySelectorAll('section')];
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    // A typed word is one step of the history, however many letters it has; a click is one of its own.
    this.#form.addEventListener('input', ({ target }) => this.#chosen(target instanceof HTMLInputElement && target.type === 'search' ? 'replace' : 'push'));
    this.querySelector('.clear')!.addEventListener('click', () => {
      this.#set({ level: '', segment: '', tag: '', words: '' });
      this.#chosen('push');
      // The button has gone with the sentence around it.
      this.#form.querySelector<HTMLElement>('input[type=search], input:checked')?.focus();
    });
    addEventListener('popstate', () => this.#fromAddress());
    this.#fromAddress();
    if (this.early) this.early.disabled = true;
  }

  #controls(name: keyof Choice): RadioNodeList | HTMLInputElement | HTMLSelectElement | null {
    return this.#form.elements.namedItem(name) as RadioNodeList | HTMLInputElement | HTMLSelectElement | null;
  }

  /** What the controls say. A list without a control has no choice there. */
  #get(): Choice {
    return Object.fromEntries(NAMES.map((name) => [name, this.#controls(name)?.value.trim() ?? ''])) as unknown as Choice;
  }

  #set(values: Record<keyof Choice, string>): void {
    for (const name of NAMES) {
      const control = this.#controls(name);
      // An address may name what does not exist, or exists no longer: then the first choice, everything, is taken.
      if (control instanceof RadioNodeList) {
        const radios = [...control] as HTMLInputElement[];
        // One by one: in Chromium a list of radios ignores the value ''.
        (radios.find(({ value }) => value === values[name]) ?? radios[0]!).checked = true;
      } else if (control) {
        control.value = values[name];
        if (control.value !== values[name]) control.value = '';
      }
    }
  }

  #fromAddress(): void {
    this.#set(choiceIn(location.search));
    this.#show();
  }

  #chosen(how: 'push' | 'replace'): void {
    const address = location.pathname + queryOf(this.#get(), location.search) + location.hash;
    history[`${how}State`](null, '', address);
    this.#show();
  }

  #show(): void {
    const choice = this.#get();
    const isChosen = chosenBy(choice);
    for (const item of this.#items) item.element.hidden = !isChosen(item);
    for (const section of this.#sections) section.hidden = !section.querySelector('li[data-level]:not([hidden])');
    const shown = this.#items.filter((item) => !item.element.hidden).length;
    this.#none.hidden = shown > 0;
    this.#none.querySelector<HTMLElement>('[data-search]')?.setAttribute('data-search-words', choice.words);
    this.#countLevels(choice);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#count.textContent = said(shown, this.#items.length)), PAUSE);
  }

  /** Beside each level stands how many questions it would show. */
  #countLevels(choice: Choice): void {
    for (const radio of this.#form.querySelectorAll<HTMLInputElement>('[name=level]')) {
      const count = this.#items.filter(chosenBy({ ...choice, level: radio.value as Choice['level'] })).length;
      radio.labels![0]!.querySelector('.number')!.textContent = String(count);
    }
  }
}

customElements.define('question-filter', QuestionFilter);
