import { mark, onReadMarks, readMarks } from './read-marks.client.ts';

/** A path with a box to tick beside each question. What is ticked belongs to the question: it is ticked on every path. */
class ReadingPath extends HTMLElement {
  #boxes = [...this.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  #progress = this.querySelector('.progress')!;
  #reset = this.querySelector<HTMLButtonElement>('.reset')!;

  connectedCallback(): void {
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) mark([Number(target.value)], target.checked);
    });
    this.#reset.addEventListener('click', () => {
      mark(
        this.#boxes.map((box) => Number(box.value)),
        false,
      );
      // The button goes with the last mark.
      this.#boxes[0]?.focus();
    });
    onReadMarks(() => this.#show());
    this.#show();
  }

  #show(): void {
    const marks = readMarks();
    for (const box of this.#boxes) box.checked = marks.has(Number(box.value));
    const read = this.#boxes.filter((box) => box.checked).length;
    this.#progress.textContent = `${read} of ${this.#boxes.length} read`;
    this.#reset.hidden = read === 0;
  }
}

customElements.define('reading-path', ReadingPath);
