/**
 * Fetches the player when a reader reaches for one, or a link leads to a step: a first view does not need it, and all panes are there
 * already. What is done to a player before it has come is not lost: it is done again then, in the same order.
 */
const AGAIN = /^(?:click|input|keydown)$/;
const again: (() => void)[] = [];
const waiting = new AbortController();

function fetchPlayer(): void {
  void import('./loop-player.client.ts').then(() => {
    waiting.abort();
    for (const act of again.splice(0)) act();
  });
}

/** Keeps what was done, with the value a control had then: the player starts with its own. */
function keep(event: Event): void {
  const control = event.target as HTMLInputElement;
  const { value, checked } = control;
  again.push(() => {
    if (event.type === 'input') Object.assign(control, { value, checked });
    const { key } = event as KeyboardEvent;
    control.dispatchEvent(key ? new KeyboardEvent(event.type, { key, bubbles: true }) : new Event(event.type, { bubbles: true }));
  });
}

for (const type of ['pointerover', 'focusin', 'click', 'input', 'keydown']) {
  document.addEventListener(
    type,
    (event) => {
      if (!(event.target as Element).closest('loop-player')) return;
      if (AGAIN.test(type)) keep(event);
      fetchPlayer();
    },
    { capture: true, signal: waiting.signal },
  );
}
const followLink = (): void => void (location.hash.includes('step=') && fetchPlayer());
addEventListener('hashchange', followLink, { signal: waiting.signal });
followLink();
