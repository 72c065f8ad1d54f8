const SAID = { link: 'Link copied', markdown: 'Markdown copied', text: 'Text copied' };
const REFUSED = 'The browser refused to copy. The text is selected here: copy it by hand.';
/** How long a confirmation stays, in milliseconds. */
const STAY_MS = 2_500;

/** Copies and shares the question of the page; links of its headings and callouts copy their own address. Hidden without JavaScript. */
class ShareMenu extends HTMLElement {
  #timer = 0;

  connectedCallback(): void {
    this.hidden = false;
    this.#find('[data-system]').hidden = !('share' in navigator);
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-copy], [data-system]');
      if (!button) return;
      this.#find('[popover]').hidePopover();
      const { copy } = button.dataset as { copy?: keyof typeof SAID };
      if (copy) this.#copy(copy);
      else this.#share();
    });
    document.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('.sl-anchor-link, .anchor-link');
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) this.#copy('link', link.hash);
    });
    const box = this.#find('textarea');
    box.addEventListener('blur', () => this.#say(''));
    box.addEventListener('keydown', ({ key }) => key === 'Escape' && box.blur());
  }

  async #copy(what: keyof typeof SAID, hash = ''): Promise<void> {
    const { link, markdown, text } = this.dataset as Record<keyof typeof SAID, string>;
    const copied = { link: link + hash, markdown, text: `${text}\n\n${link}` }[what];
    this.#say('');
    try {
      await navigator.clipboard.writeText(copied);
      this.#say(SAID[what]);
    } catch {
      this.#say(REFUSED, copied);
    }
  }

  #share(): void {
    const { link, text } = this.dataset;
    navigator.share({ title: text!.split('\n')[0]!, text: text!, url: link! }).catch((error: Error) => {
      // The reader closed the sheet.
      if (error.name !== 'AbortError') this.#say('This device refused to share it.');
    });
  }

  /** Shows and announces a message; with a text that could not be copied, until the reader has done with it. */
  #say(message: string, selected?: string): void {
    const box = this.#find<HTMLTextAreaElement>('textarea');
    clearTimeout(this.#timer);
    this.#find('[role=status]').textContent = message;
    box.hidden = !selected;
    if (selected) {
      box.value = selected;
      box.select();
      box.focus({ preventScroll: true });
    } else if (message) this.#timer = window.setTimeout(() => this.#say(''), STAY_MS);
  }

  #find<E extends HTMLElement>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }
}

customElements.define('share-menu', ShareMenu);
