/** Modules of the site, by name. Each runs when it is first called for. */
export type Modules = Record<string, () => Promise<unknown>>;

/** Runs the modules that a page names, in its order, as the browser would have done. */
export function start(modules: Modules, names: string): void {
  for (const button of document.querySelectorAll<HTMLElement>('.expressive-code .copy button:not([data-code])')) button.dataset['code'] = codeOf(button);
  for (const name of names.split(' ')) modules[name]?.().catch(reportError);
}

/** The program above a copy button, as Expressive Code's own script wants it: lines end with U+007F. */
const codeOf = (button: HTMLElement): string =>
  [...button.closest('figure')!.querySelectorAll('.ec-line .code')].map((line) => line.textContent.replace(/\n$/, '')).join('\u007f');
