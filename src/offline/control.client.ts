import { SavedCopy } from './saved-copy.client.ts';
import { type Act, LABELS, type Shown } from './states.client.ts';
import { remembered } from './wish.client.ts';

const ACTS: Record<Act, (copy: SavedCopy) => void> = {
  save: (copy) => begin(copy),
  'go-on': (copy) => begin(copy),
  pause: (copy) => copy.pause(),
  switch: (copy) => copy.takeOver(),
  reload: () => location.reload(),
  remove: (copy) => void copy.remove(),
};

/** One line with a sentence, a bar and two buttons. */
class OfflineControl extends HTMLElement {
  private readonly said = this.querySelector('.offline-said')!;
  private readonly bar = this.querySelector('progress')!;
  private readonly buttons = [...this.querySelectorAll('button')];
  private readonly live = this.querySelector('[role=status]')!;
  /** The first button as it was built: with the size. */
  private readonly offer = [...this.buttons[0]!.childNodes];
  private named = '';

  /** @param isNews false for what was so when the page came */
  show({ name, text, news = text, progress, acts }: Shown, copy: SavedCopy, isNews: boolean): void {
    this.said.textContent = text;
    this.bar.hidden = !progress;
    if (progress) Object.assign(this.bar, { max: progress.total, value: progress.done });
    const focused = this.buttons.includes(document.activeElement as HTMLButtonElement);
    // Removing keeps its own button: nobody shall press it who meant the one that stood there a moment ago.
    this.label(
      this.buttons[0]!,
      acts.find((act) => act !== 'remove'),
      copy,
    );
    this.label(
      this.buttons[1]!,
      acts.find((act) => act === 'remove'),
      copy,
    );
    // A button that goes away must not take the keyboard's place in the page with it.
    if (focused && this.buttons.every((button) => button.hidden || button !== document.activeElement)) this.focus();
    // Each file is no news.
    if (isNews && name !== this.named && news) this.live.textContent = news;
    this.named = name;
    this.dataset['state'] = name;
  }

  private label(button: HTMLButtonElement, act: Act | undefined, copy: SavedCopy): void {
    button.hidden = !act;
    if (!act) return;
    button.onclick = () => ACTS[act](copy);
    if (button.dataset['act'] === act) return;
    button.dataset['act'] = act;
    button.replaceChildren(...(act === 'save' ? this.offer.map((node) => node.cloneNode(true)) : [LABELS[act]]));
  }
}

customElements.define('offline-control', OfflineControl);

/** The reader wants it: then the browser may be asked to keep it. Never awaited, Firefox lets the reader answer whenever they like. */
function begin(copy: SavedCopy): void {
  void navigator.storage?.persist?.().catch(() => {});
  void copy.save();
}

const controls = [...document.querySelectorAll<OfflineControl>('offline-control')];
let copy: SavedCopy | undefined;

/** Shows what is saved, and goes on with what was begun. @param pressed the reader asked to save */
export async function wake(pressed = false): Promise<void> {
  if (copy) return;
  let isNews = pressed;
  const made = (copy = new SavedCopy((shown) => {
    // One page may have two of them; its news is told once.
    for (const control of controls) control.show(shown, made, isNews && control === controls[0]);
  }));
  if (pressed) begin(made);
  else await made.look(remembered());
  isNews = true;
}
