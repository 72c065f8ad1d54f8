import { isHashed } from './addresses.client.ts';
import type { Entry, Stop, Told } from './edition.ts';
import type { Store } from './store.client.ts';

/** Files asked for at once: what a browser opens to one host over HTTP/1.1. */
const AT_ONCE = 6;

/** Milliseconds between two reports of progress. */
const PACE = 150;

/** Headers that belong to a page wherever it is read. Lengths and encodings belong to the transfer. */
const KEPT = ['content-type', 'content-language', 'content-security-policy', 'permissions-policy', 'referrer-policy', 'x-content-type-options'];

/**
 * Fetches a file. Its hash decides whether it is right, not its status: a host may answer `/404.html` with 404.
 *
 * @param base path of the site, with a slash at both ends
 * @throws TypeError when there is no connection, or the bytes are not those of this edition
 */
export async function fetchWhole(base: string, [address, hash]: Entry): Promise<Response> {
  const ask = (cache: RequestCache) => fetch(base + encodeURI(address), { cache, integrity: `sha256-${hash}` });
  // A stale copy in the browser's own cache fails the hash: then ask once more, past it.
  const answer = await ask(isHashed(address) ? 'default' : 'no-cache').catch(() => ask('reload'));
  // A new response: one that was redirected may not answer a navigation.
  const headers = KEPT.flatMap((name): [string, string][] => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return new Response(await answer.blob(), { headers });
}

/** A saving: of what, where to, and whom to tell. */
export interface Saving {
  base: string;
  store: Store;
  total: number;
  /** Repairs an edition in use: gets what can be had. Without it, the first file that fails ends the saving. */
  mending: boolean;
  /** Whether the reader wants a pause. */
  paused(): boolean;
  tell(message: Told): void;
}

/**
 * Saves every file that is not yet there. What was saved stays, so that it can go on later.
 *
 * @throws Error with the first reason, when it ended before the store was whole
 */
export async function save({ base, store, total, mending, paused, tell }: Saving): Promise<void> {
  const cache = await caches.open(store.name);
  let told = 0;
  // A second look costs nothing and proves that the set is whole; a third, that nothing vanished meanwhile.
  for (let look = 0; look < 3; look++) {
    const missing = await store.missing(cache);
    let done = total - missing.length;
    if (missing.length === 0) {
      await store.noteWhole(cache);
      return tell({ type: 'whole' });
    }
    tell({ type: 'progress', done, total, mending });
    let failure: { why: Stop; error: Error } | undefined;
    const queue = missing.values();
    const work = async (): Promise<void> => {
      for (const entry of queue) {
        if (failure && !(mending && failure.why === 'network')) return;
        if (paused()) {
          failure = { why: 'reader', error: new Error('The reader paused it.') };
          return;
        }
        try {
          await cache.put(store.keyOf(entry[0]), await fetchWhole(base, entry));
        } catch (error) {
          failure ??= { why: (error as Error).name === 'QuotaExceededError' ? 'quota' : 'network', error: error as Error };
          continue;
        }
        done++;
        if (Date.now() - told > PACE) {
          told = Date.now();
          tell({ type: 'progress', done, total, mending });
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (failure) {
      tell({ type: 'stopped', done, total, why: failure.why, mending });
      throw failure.error;
    }
  }
  throw new Error('Saved files vanish while others are saved.');
}
