/** A button that copies its text, and says so to eyes and to screen readers. Hidden without JavaScript. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button')!;
    const status = this.querySelector('[role=status]')!;
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const said = await navigator.clipboard.writeText(button.dataset['text'] ?? '').then(
        () => 'Copied',
        () => 'Copying was refused',
      );
      status.textContent = button.textContent = said;
      setTimeout(() => {
        button.textContent = label;
        status.textContent = '';
      }, 2000);
    });
  }
}

customElements.define('copy-text', CopyText);
