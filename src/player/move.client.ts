/** Tasks on the move: what is drawn in another place than before slides there. */

const tasksIn = (root: Element): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-t]')];

/** Remembers where the tasks are. @returns what to call when they have been drawn anew */
export function watchTasks(root: Element): () => void {
  const before = new Map(tasksIn(root).map((chip) => [chip.dataset['t'], chip.getBoundingClientRect()]));
  return () => {
    for (const chip of tasksIn(root)) {
      const from = before.get(chip.dataset['t']);
      const to = chip.getBoundingClientRect();
      if (!from) chip.animate([{ opacity: 0, transform: 'translateY(-6px)' }, {}], { duration: 200, easing: 'ease-out' });
      else if (Math.abs(from.x - to.x) + Math.abs(from.y - to.y) > 2) {
        chip.animate([{ transform: `translate(${from.x - to.x}px,${from.y - to.y}px)` }, {}], { duration: 360, easing: 'cubic-bezier(.2,.8,.2,1)' });
      }
    }
  };
}
