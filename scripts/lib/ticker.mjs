// @ts-check

/** How often a line is written where there is no terminal to redraw it, in milliseconds. */
const QUIET_MS = 10_000;

/** Shows that something is still going on: one line redrawn every second on a terminal, else one every ten seconds. */
export class Ticker {
  #text;
  #start = performance.now();
  #last = '';
  #timer;
  #terminal = process.stdout.isTTY === true;

  /** @param {string} text what is going on, such as "Building the site" */
  constructor(text) {
    this.#text = text;
    process.stdout.write(this.#terminal ? text : `${text} …\n`);
    this.#timer = setInterval(() => this.#draw(), this.#terminal ? 1000 : QUIET_MS);
  }

  /**
   * Takes what was printed; its last line is shown as what is happening now.
   *
   * @param {string} printed
   */
  heard(printed) {
    const lines = printed
      .replace(/\x1b\[[\d;]*[A-Za-z]/g, '')
      .split(/[\r\n]+/)
      .map((line) => line.trim());
    this.#last = lines.filter((line) => /\w/.test(line)).at(-1) ?? this.#last;
  }

  #draw() {
    const line = `${this.#text} … ${Math.round((performance.now() - this.#start) / 1000)} s${this.#last ? `: ${this.#last}` : ''}`;
    const columns = process.stdout.columns ?? 100;
    process.stdout.write(this.#terminal ? `\r\x1b[2K${line.slice(0, columns - 1)}` : `${line.slice(0, 140)}\n`);
  }

  /** Ends it; on a terminal the line is wiped away. */
  stop() {
    clearInterval(this.#timer);
    if (this.#terminal) process.stdout.write('\r\x1b[2K');
  }
}
