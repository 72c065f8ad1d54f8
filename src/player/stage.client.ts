import { PLACES, type State } from '../traces/replay.ts';
import { watchTasks } from './move.client.ts';
import { mainName, type PlayRecording } from './play-data.ts';
import { ARCS } from './arcs.ts';

/** An element with this text in it, nothing of which is read as HTML. */
export function make(tag: string, className: string, ...inside: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...inside);
  return element;
}

/** Gives an element that has text another one. The same node with other letters: a new one would make the browser ask every `:has()` of the page. */
export function write(element: Element, text: string): void {
  element.firstChild!.nodeValue = text;
}

/** The panes of a player: draws one state after the other. */
export class Stage {
  private recording!: PlayRecording;
  private shown: State | null = null;
  /** Where the hand points, in degrees, over all the turns it has made. */
  private angle = 0;
  private readonly calm = matchMedia('(prefers-reduced-motion: reduce)');
  private readonly root: Element;

  constructor(root: Element) {
    this.root = root;
  }

  private $<E extends HTMLElement>(selector: string): E {
    return this.root.querySelector<E>(selector)!;
  }

  /** Takes another recording and makes room for the fullest moment of each pane, so that nothing moves while it plays. */
  load(recording: PlayRecording, states: State[]): void {
    this.recording = recording;
    this.shown = null;
    write(this.$('[data-who=main]'), mainName(recording.esm));
    const most = (count: (state: State) => number): number => Math.max(...states.map(count));
    for (const place of PLACES) {
      const n = most(({ places }) => places[place].length);
      const queue = this.$(`.tp-queue.q-${place}`);
      queue.style.setProperty('--n', String(Math.min(n || 1, 4)));
      queue.classList.toggle('unused', n === 0);
    }
    this.$('.tp-stack').style.setProperty('--n', String(most(({ stack, frames }) => stack.length + frames.length)));
    this.$('.tp-console ol').replaceChildren(
      ...recording.steps.flatMap((step) => (step.k === 'log' ? [make('li', `later ${step.m ?? ''}`, make('span', '', step.x))] : [])),
    );
  }

  /**
   * Draws a state.
   *
   * @param still without motion, even for readers who like it: a jump, not a step
   * @returns to be called when everything else has been drawn too: it measures, and what changes after that is laid out a second time
   */
  show(state: State, still: boolean): () => void {
    const before = this.shown;
    const move = still || this.calm.matches ? null : watchTasks(this.root);
    this.root.classList.toggle('still', still);
    for (const place of PLACES) {
      if (before?.places[place] === state.places[place]) continue;
      this.$(`[data-place=${place}]`).replaceChildren(...state.places[place].map((t) => this.chip(t, 'tp-chip')));
    }
    if (before?.stack !== state.stack || before.frames !== state.frames) this.calls(state);
    this.console(state);
    const live = this.code(state);
    this.wheel(state, !before || state.at >= before.at);
    this.shown = state;
    return () => {
      const start = move?.();
      if (live) this.reveal(live);
      start?.();
    };
  }

  private calls({ stack, frames }: State): void {
    this.$('.tp-stack ol').replaceChildren(
      ...stack.map((t) => (t === 'main' ? this.frame(mainName(this.recording.esm), this.recording.file, '') : this.chip(t, 'tp-frame running'))),
      ...frames.map(([name, line]) => this.frame(`${name}()`, line ? `line ${line}` : 'Node', ' inner')),
    );
  }

  private chip(t: number, className: string): HTMLElement {
    const { q, x, note, l, i } = this.recording.tasks[t]!;
    const chip = make('li', `${className} q-${q}${i ? ' own' : ''}`, make('b', '', x), make('small', '', [note, l && `line ${l}`].filter(Boolean).join(' · ')));
    chip.dataset['t'] = String(t);
    chip.title = x;
    return chip;
  }

  private frame(name: string, note: string, more: string): HTMLElement {
    return make('li', `tp-frame${more}`, make('b', '', name), make('small', '', note));
  }

  private console({ printed, step }: State): void {
    [...this.$('.tp-console ol').children].forEach((line, i) => {
      line.classList.toggle('later', i >= printed);
      line.classList.toggle('new', step.k === 'log' && i === printed - 1);
    });
  }

  /** @returns the line that is lit now */
  private code({ line, who }: State): HTMLElement | null {
    for (const lit of this.root.querySelectorAll('.ln.on')) lit.className = 'ln';
    const live = this.root.querySelector<HTMLElement>(`[data-l="${line}"]`);
    // The colour goes to the line alone: given to all of them, the browser would have to look at every word again.
    if (live) live.className = `ln on q-${who}`;
    return live;
  }

  /** Scrolls the code, never the page, and only when the line is out of sight. */
  private reveal(live: HTMLElement): void {
    const pane = this.$('.tp-code');
    const top = live.offsetTop;
    if (top < pane.scrollTop || top + live.offsetHeight > pane.scrollTop + pane.clientHeight) pane.scrollTop = top - pane.clientHeight / 3;
  }

  private wheel({ phase, turn, who, step }: State, forward: boolean): void {
    for (const arc of this.root.querySelectorAll<HTMLElement>('.tp-arc')) arc.classList.toggle('on', arc.dataset['p'] === phase);
    for (const pill of this.root.querySelectorAll<HTMLElement>('[data-who]')) {
      // The body of a module is itself a microtask.
      pill.classList.toggle('on', pill.dataset['who'] === who || (this.recording.esm === 1 && who === 'main' && pill.dataset['who'] === 'micro'));
    }
    write(this.$('.tp-hub small'), step.k === 'exit' ? 'the end' : turn ? `turn ${turn}` : 'before the loop');
    const hand = this.$('.tp-hand');
    const arc = ARCS.find((one) => one.phase === phase);
    hand.classList.toggle('off', !arc);
    if (!arc) return;
    const way = ((((arc.from + arc.to) / 2 - this.angle) % 360) + 360) % 360;
    this.angle += forward || way === 0 ? way : way - 360;
    hand.style.transform = `rotate(${this.angle}deg)`;
  }
}
