import { CORRECTIONS_FILE } from '../bank/corrections.ts';
import { ADDRESSES_FILE, type Difference } from './address-list.ts';

const CALLOUT = /^(?:myth|pitfall|predict|say|senior)\b/;

const EDITION = /^\/(?:print|downloads)\//;

/** So many are told with their repair: when more are gone at once, they have one cause. */
const TOLD = 20;

/** What to tell when published addresses are gone: each with its repair. */
export function tellGone({ gone, fresh }: Difference): string {
  return [
    `${gone.length === 1 ? 'An address that was published is' : `${gone.length} addresses that were published are`} gone. Other people's pages and notes link there:`,
    ...gone.slice(0, TOLD).map((address) => `  ${address}\n    → ${repair(address, fresh)}`),
    ...(gone.length > TOLD ? [`  and ${gone.length - TOLD} more`] : []),
    `One that was noted too early and never published is taken out of ${ADDRESSES_FILE} by hand.`,
  ].join('\n');
}

function repair(address: string, fresh: readonly string[]): string {
  const [path, id] = address.split('#') as [string, string?];
  if (id === undefined) {
    const folder = path.replace(/[^/]+\/$/, '');
    // A short address leads to a page, never to another short one.
    const moved = folder === '/q/' ? [] : fresh.filter((one) => one.startsWith(folder) && !one.includes('#'));
    return `Restore the page, or say in src/share/redirects.ts where it is now: '${path}': '${moved.length === 1 ? moved[0]! : '/where/it-is-now/'}',`;
  }
  // Editions are made of the pages, and have a place for each question they hold.
  if (EDITION.test(path))
    return `Look whether the question has its old number and segment. Where it was moved on purpose, take this place out of ${ADDRESSES_FILE} by hand.`;
  if (path === '/corrections/') return `Say it in the entry of ${CORRECTIONS_FILE}: id: ${id}`;
  const again = CALLOUT.test(id)
    ? `Keep the callout's old id: <${id[0]!.toUpperCase()}${id.split('-')[0]!.slice(1)} … id="${id}">.`
    : `Give the heading its old id: {#${id}}.`;
  return `${again} When the text moved elsewhere on the page, write <span id="${id}" /> on a line of its own above it.`;
}
