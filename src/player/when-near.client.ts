/** Fetches the player when one of them is nearly in sight, or a link leads to a step: most readers first read, and all panes are there already. */
const fetchPlayer = (): void => void import('./loop-player.client.ts');

const near = new IntersectionObserver(
  (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    near.disconnect();
    fetchPlayer();
  },
  { rootMargin: '400px' },
);
for (const player of document.querySelectorAll('loop-player')) near.observe(player);
if (location.hash.includes('step=')) fetchPlayer();
