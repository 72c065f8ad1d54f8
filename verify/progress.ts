/** Where a verify run writes for people. */
export interface Terminal {
  write: (text: string) => void;
  isTTY: boolean;
  columns: number;
}

const QUIET_MS = 5000;

/** One line that says how far it is: redrawn on a terminal, else repeated every few seconds. */
export class Progress {
  #terminal: Terminal;
  #last = performance.now();
  #drawn = false;
  /** What is counted. */
  things = 'runs';
  total = 0;
  done = 0;
  failed = 0;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  /** Says that something ended, and what is being done now. */
  tick(now: string): void {
    const line = `${this.done} of ${this.total} ${this.things}${this.failed > 0 ? `, ${this.failed} not as the page says` : ''}: ${now}`;
    if (this.#terminal.isTTY) {
      this.#terminal.write(`\r\x1b[2K${line.slice(0, this.#terminal.columns - 1)}`);
      this.#drawn = true;
    } else if (performance.now() - this.#last > QUIET_MS) {
      this.#last = performance.now();
      this.#terminal.write(`${line}\n`);
    }
  }

  /** Writes lasting text; the progress line makes room. */
  say(text: string): void {
    if (this.#drawn) this.#terminal.write('\r\x1b[2K');
    this.#drawn = false;
    this.#terminal.write(`${text}\n`);
  }
}
