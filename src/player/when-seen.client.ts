/** Fetches the player when one comes in sight, or a link leads to a step: a first view does not need it, and all panes are there already. */
const fetchPlayer = (): void => void import('./loop-player.client.ts');

const sight = new IntersectionObserver((entries) => {
  if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
  sight.disconnect();
  fetchPlayer();
});
for (const player of document.querySelectorAll('loop-player')) sight.observe(player);
if (location.hash.includes('step=')) fetchPlayer();
