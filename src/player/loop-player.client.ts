import { Bar } from './bar.client.ts';
import type { PlayData, PlayRecording } from './play-data.ts';
import { Quiz } from './predict.client.ts';
import { Stage } from './stage.client.ts';
import { tell, type Stop } from './stops.ts';

const KEYS: Record<string, string> = { ArrowRight: 'next', ArrowLeft: 'back', Home: 'first', End: 'last', ' ': 'play' };
const SPEEDS = [1, 2, 0.5];

/** Plays a recorded trace. Everything it shows stands in the page already: the code, the panes, a sentence for each step. */
class LoopPlayer extends HTMLElement {
  private data!: PlayData;
  private stage!: Stage;
  private readonly bar = new Bar(this);
  private recording = 0;
  /** Whether Node's own jobs are told too. */
  private own = false;
  private stops: Stop[] = [];
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
      const { type, value, checked } = target as HTMLInputElement;
      if (type === 'range') this.step(+value);
      else if (type === 'checkbox') void this.tellOwn(checked);
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
    this.step(this.stops.findIndex(({ link }) => link === +step - 1));
    this.scrollIntoView();
  }

  private load(recording: number): void {
    this.stop();
    this.leaveQuiz();
    this.recording = recording;
    const sentences = [...this.querySelectorAll(`.tp-steps:nth-of-type(${recording + 1}) li`)].map((item) => item.textContent);
    const play = (this.own ? this.data.whole! : this.data.recordings)[recording]!;
    this.stops = tell(play, sentences);
    this.stage.load(
      play,
      this.stops.map(({ state }) => state),
    );
    this.bar.load(this.stops);
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]')) {
      const other = +group.dataset['group']! !== play.group;
      // Another line begins with its commonest outcome.
      if (group.hidden !== other) group.querySelector('input')!.checked = true;
      group.hidden = other;
    }
    this.$('.tp-evidence span').textContent = this.$(`.tp-steps:nth-of-type(${recording + 1})`).dataset['evidence']!;
    this.go(0, true);
  }

  /** Node's own jobs come or go; the player stays where it is in the author's program. */
  private async tellOwn(own: boolean): Promise<void> {
    const box = this.$<HTMLInputElement>('[type=checkbox]');
    try {
      this.data.whole ??= (await (await fetch(box.value)).json()) as PlayRecording[];
    } catch {
      // No network, and never asked for before.
      box.checked = false;
      return;
    }
    const { link } = this.stops[this.at]!;
    this.own = own;
    this.load(this.recording);
    this.go(
      this.stops.findIndex((stop) => stop.link === link),
      true,
    );
  }

  private key(event: KeyboardEvent): void {
    const name = KEYS[event.key];
    const target = event.target as Element;
    if (!name || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || this.quiz || target.matches('pre, [type=radio], [type=checkbox]')) return;
    if (event.key === ' ' && target.matches('button, a, summary')) return;
    event.preventDefault();
    this.press(name);
  }

  private press(name: string): void {
    if (name === 'quiz') return this.quiz ? this.leaveQuiz(true) : this.enterQuiz();
    if (name === 'play') return this.timer ? this.stop() : this.play();
    if (name === 'speed') {
      this.speed = SPEEDS[(SPEEDS.indexOf(this.speed) + 1) % SPEEDS.length]!;
      return this.bar.speed(this.speed);
    }
    this.step({ first: 0, back: this.at - 1, next: this.at + 1 }[name] ?? Infinity);
  }

  /** The reader goes to a step. */
  private step(n: number): void {
    this.stop();
    this.go(n, Math.abs(n - this.at) > 1);
  }

  private play(): void {
    if (this.at === this.stops.length - 1) this.go(0, true);
    this.bar.playing(true);
    const tick = (): void => {
      this.go(this.at + 1, false);
      if (this.at === this.stops.length - 1) return this.stop();
      // Time to read the sentence.
      this.timer = window.setTimeout(tick, (700 + this.stops[this.at]!.sentence.length * 14) / this.speed);
    };
    this.timer = window.setTimeout(tick, 300);
  }

  private stop(): void {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = 0;
    this.bar.playing(false);
  }

  /** @param text said instead of the stop's own sentence */
  private go(n: number, still: boolean, text?: string): void {
    this.at = Math.max(0, Math.min(n, this.stops.length - 1));
    const stop = this.stops[this.at]!;
    const settle = this.stage.show(stop.state, still);
    this.bar.show(this.at, stop, text);
    settle();
  }

  private get quiz(): boolean {
    return this.classList.contains('quiz');
  }

  private enterQuiz(): void {
    this.stop();
    this.setQuiz(true);
    new Quiz({
      stops: this.stops,
      go: (n, text) => this.go(n, true, text),
      race: this.data.recordings.filter(({ group }) => group === this.data.recordings[this.recording]!.group).length > 1,
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
