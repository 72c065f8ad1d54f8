/** The keys of the list of results: arrows go from link to link, the first one up goes back to the field, letters go on typing in it. */
export function keysIn(list: HTMLElement, input: HTMLInputElement): void {
  list.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    const links = [...list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (key === 'ArrowDown') links[at + 1]?.focus();
    else if (key === 'ArrowUp') (links[at - 1] ?? input).focus();
    else if (key === 'Backspace' || (key.length === 1 && key !== ' ')) return typeOn(input);
    else return;
    event.preventDefault();
  });
}

/** The key that is being pressed goes to the field, at its end: the browser types it where the focus is by then. */
function typeOn(input: HTMLInputElement): void {
  input.focus();
  input.setSelectionRange(input.value.length, input.value.length);
}
