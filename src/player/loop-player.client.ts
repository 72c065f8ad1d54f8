import { replay, type State } from '../traces/replay.ts';
import { ICONS } from './icons.ts';
import type { PlayData } from './play-data.ts';
import { Quiz } from './predict.client.ts';
import { make, Stage, write } from './stage.client.ts';

const KEYS: Record<string, string> = { ArrowRight: 'next', ArrowLeft: 'back', Home: 'first', End: 'last', ' ': 'play' };
const SPEEDS = [1, 2, 0.5];

/** Plays a recorded trace. Everything it shows stands in the page already: the code, the panes, a sentence for each step. */
class LoopPlayer extends HTMLElement {
  private data!: PlayData;
  private stage!: Stage;
  private states: State[] = [];
  private sentences: string[] = [];
  private at = 0;
  private speed = 1;
  private timer = 0;

  private $<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.querySelector<E>(selector)!;
  }

  connectedCallback(): void {
    if (this.stage) return;
    this.data = JSON.parse(this.$('script').textContent!) as PlayData;
    this.stage = new Stage(this);
    // A click anywhere in it, and the keys are its own.
    this.tabIndex = -1;
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-b]');
      if (button) this.press(button.dataset['b']!);
    });
    this.addEventListener('keydown', (event) => this.key(event));
    this.addEventListener('input', ({ target }) => {
      const { type, value } = target as HTMLInputElement;
      if (type === 'range') this.step(+value);
      else this.load(+value);
    });
    addEventListener('hashchange', () => this.followLink());
    // A browser may have kept another choice over a reload.
    for (const input of this.querySelectorAll('input')) input.checked = input.defaultChecked;
    this.load(0);
    this.followLink();
  }

  /** `#trace-order-cjs&step=12` means this player, `#step=12` the first of the page. */
  private followLink(): void {
    const [, id, step] = /^#(?:(trace-[\w-]+)&)?step=(\d+)$/.exec(location.hash) ?? [];
    if (!step || (id ? id !== this.id : document.querySelector('loop-player') !== this)) return;
    this.step(+step - 1);
    this.scrollIntoView();
  }

  private load(recording: number): void {
    this.stop();
    this.leaveQuiz();
    const play = this.data.recordings[recording]!;
    this.sentences = [...this.querySelectorAll(`.tp-steps:nth-of-type(${recording + 1}) li`)].map((item) => item.textContent);
    this.states = replay(play);
    this.stage.load(play, this.states);
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]')) {
      const other = +group.dataset['group']! !== play.group;
      // Another line begins with its commonest outcome.
      if (group.hidden !== other) group.querySelector('input')!.checked = true;
      group.hidden = other;
    }
    this.$('.tp-evidence span').textContent = this.$(`.tp-steps:nth-of-type(${recording + 1})`).dataset['evidence']!;
    this.$('.tp-cells').replaceChildren(...this.states.map(({ who, step }) => make('i', `q-${who} ${step.k}`)));
    this.$('.tp-say').dataset['longest'] = this.sentences.reduce((a, b) => (b.length > a.length ? b : a), '');
    this.$<HTMLInputElement>('[type=range]').max = String(this.states.length - 1);
    this.go(0, true);
  }

  private key(event: KeyboardEvent): void {
    const name = KEYS[event.key];
    const target = event.target as Element;
    if (!name || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || this.quiz || target.matches('pre, [type=radio]')) return;
    if (event.key === ' ' && target.matches('button, a, summary')) return;
    event.preventDefault();
    this.press(name);
  }

  private press(name: string): void {
    if (name === 'quiz') return this.quiz ? this.leaveQuiz(true) : this.enterQuiz();
    if (name === 'play') return this.timer ? this.stop() : this.play();
    if (name === 'speed') {
      this.speed = SPEEDS[(SPEEDS.indexOf(this.speed) + 1) % SPEEDS.length]!;
      const button = this.$('[data-b=speed]');
      button.textContent = `${this.speed}×`;
      button.ariaLabel = `Speed: ${this.speed}×`;
      return;
    }
    this.step({ first: 0, back: this.at - 1, next: this.at + 1 }[name] ?? Infinity);
  }

  /** The reader goes to a step. */
  private step(n: number): void {
    this.stop();
    this.go(n, Math.abs(n - this.at) > 1);
  }

  private play(): void {
    if (this.at === this.states.length - 1) this.go(0, true);
    // While it plays, a screen reader would have to break off each sentence for the next.
    this.$('.tp-say').ariaLive = 'off';
    this.button('pause', 'Pause');
    const tick = (): void => {
      this.go(this.at + 1, false);
      if (this.at === this.states.length - 1) return this.stop();
      // Time to read the sentence.
      this.timer = window.setTimeout(tick, (700 + this.sentences[this.at]!.length * 14) / this.speed);
    };
    this.timer = window.setTimeout(tick, 300);
  }

  private stop(): void {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = 0;
    this.$('.tp-say').ariaLive = 'polite';
    this.button('play', 'Play');
  }

  private button(icon: 'play' | 'pause', label: string): void {
    const button = this.$('[data-b=play]');
    button.querySelector('path')!.setAttribute('d', ICONS[icon]);
    button.ariaLabel = label;
  }

  private go(n: number, still: boolean, text?: string): void {
    const last = this.states.length - 1;
    this.at = Math.max(0, Math.min(n, last));
    const state = this.states[this.at]!;
    const settle = this.stage.show(state, still);
    const say = this.$('.tp-say');
    say.className = `tp-say q-${state.who}`;
    write(say.firstElementChild!, text ?? this.sentences[this.at]!);
    const count = this.$<HTMLAnchorElement>('.tp-count');
    write(count.firstElementChild!, `${this.at + 1} / ${last + 1}`);
    count.href = `#${this.id}&step=${this.at + 1}`;
    const range = this.$<HTMLInputElement>('[type=range]');
    range.value = String(this.at);
    range.setAttribute('aria-valuetext', `Step ${this.at + 1} of ${last + 1}`);
    const { children } = this.$('.tp-cells');
    for (let i = 0; i <= last; i++) {
      children[i]!.classList.toggle('past', i < this.at);
      children[i]!.classList.toggle('now', i === this.at);
    }
    settle();
  }

  private get quiz(): boolean {
    return this.classList.contains('quiz');
  }

  private enterQuiz(): void {
    this.stop();
    this.setQuiz(true);
    new Quiz({
      states: this.states,
      say: (n) => this.sentences[n]!,
      go: (n, text) => this.go(n, true, text),
      choices: this.$('.tp-choices'),
      leave: () => this.leaveQuiz(true),
    });
  }

  private leaveQuiz(focus = false): void {
    if (!this.quiz) return;
    this.setQuiz(false);
    this.$('.tp-choices').hidden = true;
    this.go(0, true);
    if (focus) this.$('[data-b=play]').focus();
  }

  private setQuiz(on: boolean): void {
    this.classList.toggle('quiz', on);
    const button = this.$('[data-b=quiz]');
    button.textContent = on ? 'Stop predicting' : 'Predict';
  }
}

customElements.define('loop-player', LoopPlayer);
