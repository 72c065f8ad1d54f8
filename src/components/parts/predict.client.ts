/** A question the reader answers before seeing the output: a radio group, a check button, a spoken verdict. */
class PredictQuiz extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')!;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.check();
    });
    form.addEventListener('change', () => this.clear());
  }

  private check(): void {
    const inputs = [...this.querySelectorAll('input')];
    const chosen = inputs.findIndex((input) => input.checked);
    const feedback = this.querySelector('.feedback')!;
    if (chosen < 0) {
      feedback.textContent = 'Choose an answer first.';
      return;
    }
    this.clear();
    const right = inputs[chosen]!.dataset['correct'] !== undefined;
    const label = inputs[chosen]!.closest('label')!;
    label.dataset['verdict'] = right ? 'right' : 'wrong';
    label.querySelector('.option-verdict')!.textContent = right ? '✓' : '✕';
    const verdict = document.createElement('strong');
    verdict.textContent = right ? 'Right. ' : 'Not this one. ';
    // The reasons stand in the disclosure in the same order as the options.
    const reason = this.querySelectorAll('.reason')[chosen]!.cloneNode(true);
    feedback.replaceChildren(verdict, reason);
    if (right) this.querySelector('details')!.open = true;
  }

  private clear(): void {
    this.querySelector('.feedback')!.replaceChildren();
    for (const label of this.querySelectorAll('label')) {
      delete label.dataset['verdict'];
      label.querySelector('.option-verdict')!.textContent = '';
    }
  }
}

customElements.define('predict-quiz', PredictQuiz);
