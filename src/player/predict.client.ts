import { make } from './stage.client.ts';
import type { Stop } from './stops.ts';

/** What predict mode needs of its player. */
export interface Table {
  stops: readonly Stop[];
  /** Goes to a stop and says something else than its sentence. */
  go(n: number, text: string): void;
  /** Other runs of the same Node printed another order. */
  race: boolean;
  /** The place for the choices. */
  choices: HTMLElement;
  leave(): void;
}

/** A line that comes, and where. */
interface Line {
  text: string;
  /** The stop at which it is printed. */
  at: number;
  /** Where it stands in the program. */
  line: number;
}

/** Predict mode: the console is covered, and before each line the reader picks what is printed next. */
export class Quiz {
  private readonly lines: Line[];
  private next = 0;
  private asked = 0;
  private readonly missed: HTMLElement[] = [];
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
    this.lines = table.stops.flatMap(({ state: { step } }, at) => (step.k === 'log' ? [{ text: step.x, at, line: step.l ?? 0 }] : []));
    table.choices.hidden = false;
    this.ask(0, '');
  }

  private ask(at: number, before: string): void {
    // In the order of the program, so that the order of the choices gives nothing away.
    const left = [
      ...new Set(
        this.lines
          .slice(this.next)
          .sort((a, b) => a.line - b.line)
          .map(({ text }) => text),
      ),
    ];
    if (left.length < 2) return this.end(before);
    this.table.go(at, `${before}What is printed ${this.next > 0 ? 'next' : 'first'}?`);
    this.table.choices.replaceChildren(
      ...left.map((text) => {
        const button = make('button', '', spoken(text)) as HTMLButtonElement;
        button.type = 'button';
        button.onclick = () => this.answer(text);
        return button;
      }),
    );
  }

  private answer(picked: string): void {
    const { text, at } = this.lines[this.next]!;
    const why = this.reason(at);
    const right = picked === text;
    this.asked++;
    this.next++;
    if (!right) this.missed.push(make('li', '', `You picked “${spoken(picked)}”, but “${spoken(text)}” came first. ${why}`));
    this.ask(
      at,
      right
        ? `Right: “${spoken(text)}”. ${why} `
        : `Not “${spoken(picked)}” but “${spoken(text)}”${this.table.race ? ' in this run, for it is a race' : ''}. ${why} `,
    );
    this.table.choices.querySelector('button')!.focus();
  }

  /** Why a line is printed then: what began to run before it, and runs still. */
  private reason(at: number): string {
    const { stops } = this.table;
    let n = at - 1;
    while (n > 0 && stops[n]!.state.step.k !== 'run' && stops[n]!.state.step.k !== 'throw') n--;
    if (stops[n]!.state.step.k === 'throw' || stops[at]!.state.stack.length > 0) return stops[n]!.sentence;
    return 'Nothing of the program was running: Node itself called its listener.';
  }

  private end(before: string): void {
    const right = this.asked - this.missed.length;
    const again = make('button', '', 'Watch it from the start') as HTMLButtonElement;
    again.type = 'button';
    again.onclick = () => this.table.leave();
    this.table.go(this.table.stops.length - 1, `${before}You predicted ${right} of ${this.asked}.`);
    this.table.choices.replaceChildren(...(this.missed.length > 0 ? [make('ol', '', ...this.missed)] : []), again);
  }
}

/** A text as a choice: one line, and never without a letter. */
const spoken = (text: string): string => text.replaceAll('\n', ' ↵ ') || '(an empty line)';
