/** Tasks on the move: what is drawn in another place than before slides there. */

const tasksIn = (root: Element): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-t]')];

/**
 * Remembers where the tasks are.
 *
 * @returns to be called when they have been drawn anew: measures, and returns what sets them in motion. Apart, because the browser lays the
 * page out again for each measure that follows a change.
 */
export function watchTasks(root: Element): () => () => void {
  const before = new Map(tasksIn(root).map((chip) => [chip.dataset['t'], chip.getBoundingClientRect()]));
  return () => {
    const moves = tasksIn(root).map((chip) => [chip, before.get(chip.dataset['t']), chip.getBoundingClientRect()] as const);
    return () => {
      for (const [chip, from, to] of moves) {
        if (!from) chip.animate([{ opacity: 0, transform: 'translateY(-6px)' }, {}], { duration: 200, easing: 'ease-out' });
        else if (Math.abs(from.x - to.x) + Math.abs(from.y - to.y) > 2) {
          chip.animate([{ transform: `translate(${from.x - to.x}px,${from.y - to.y}px)` }, {}], { duration: 360, easing: 'cubic-bezier(.2,.8,.2,1)' });
        }
      }
    };
  };
}
