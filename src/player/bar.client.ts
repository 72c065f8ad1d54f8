import { ICONS } from './icons.ts';
import { make, write } from './stage.client.ts';
import type { Stop } from './stops.ts';

/** The caption, the strip of all steps, and what the buttons say. */
export class Bar {
  private readonly root: HTMLElement;
  private last = 0;

  constructor(root: HTMLElement) {
    this.root = root;
  }

  private $<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.root.querySelector<E>(selector)!;
  }

  /** Takes other stops, and keeps room for the longest caption. */
  load(stops: readonly Stop[]): void {
    this.last = stops.length - 1;
    this.$('.tp-cells').replaceChildren(...stops.map(({ state: { who, step } }) => make('i', `q-${who} ${step.k}`)));
    this.$('.tp-say').dataset['longest'] = stops.reduce((longest, { sentence }) => (sentence.length > longest.length ? sentence : longest), '');
    this.$<HTMLInputElement>('[type=range]').max = String(this.last);
  }

  /** @param text said instead of the stop's own sentence */
  show(at: number, { state, sentence, link }: Stop, text = sentence): void {
    const say = this.$('.tp-say');
    say.className = `tp-say q-${state.who}`;
    write(say.firstElementChild!, text);
    const place = `${at + 1} ${this.last + 1}`;
    const count = this.$<HTMLAnchorElement>('.tp-count');
    write(count.firstElementChild!, place.replace(' ', ' / '));
    count.href = `#${this.root.id}&step=${link + 1}`;
    const range = this.$<HTMLInputElement>('[type=range]');
    range.value = String(at);
    range.setAttribute('aria-valuetext', `Step ${place.replace(' ', ' of ')}`);
    [...this.$('.tp-cells').children].forEach((cell, i) => {
      cell.classList.toggle('past', i < at);
      cell.classList.toggle('now', i === at);
    });
  }

  /** While it plays, a screen reader would have to break off each sentence for the next. */
  playing(on: boolean): void {
    this.$('.tp-say').ariaLive = on ? 'off' : 'polite';
    const button = this.$('[data-b=play]');
    button.querySelector('path')!.setAttribute('d', ICONS[on ? 'pause' : 'play']);
    button.ariaLabel = on ? 'Pause' : 'Play';
  }

  speed(times: number): void {
    const button = this.$('[data-b=speed]');
    button.textContent = `${times}×`;
    button.ariaLabel = `Speed: ${times}×`;
  }
}
