import { createHash } from 'node:crypto';
import type { Edition, Entry } from '../../src/offline/edition.ts';
import { Problem } from './problem.mjs';

/** Files asked for at once. */
const AT_ONCE = 16;

/** A file that a host does not serve as it was built. */
export interface Difference {
  address: string;
  /** What is served instead, in words. */
  what: string;
}

/**
 * Reads which edition a host serves.
 *
 * @param site address of the site, with a slash at its end
 * @throws Problem when there is no worker or no manifest
 */
export async function servedEdition(site: URL): Promise<Edition> {
  const worker = await text(new URL('sw.js', site));
  const [, manifest] = /^importScripts\('([^']+)'\)/.exec(worker) ?? [];
  if (!manifest) throw new Problem(`${site}sw.js is not the worker of this project. Is this the address of the site, base path included?`);
  const [, json] = /^self\.EDITION=(.*);$/s.exec((await text(new URL(manifest, site))).trim()) ?? [];
  if (!json) throw new Problem(`${site}${manifest} is not a manifest: the host changes it, or the deploy is half done.`);
  return JSON.parse(json) as Edition;
}

/**
 * Asks a host for every file of an edition, compressed as a browser would, and compares the bytes.
 *
 * @param site address of the site, with a slash at its end
 */
export async function compareDeploy(site: URL, { files, redirects }: Edition): Promise<Difference[]> {
  const found: Difference[] = [];
  const queue = [...files, ...Object.keys(redirects)].values();
  const work = async (): Promise<void> => {
    for (const one of queue) {
      const address = typeof one === 'string' ? one : one[0];
      const what = typeof one === 'string' ? await missing(site, one) : await differs(site, one);
      if (what) found.push({ address, what });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found.sort((a, b) => (a.address < b.address ? -1 : 1));
}

const get = (site: URL, address: string): Promise<Response> => fetch(new URL(encodeURI(address), site), { headers: { 'cache-control': 'no-cache' } });

/** Like the worker, it looks at the bytes only: a host may answer /404.html with 404. */
async function differs(site: URL, [address, hash, size]: Entry): Promise<string | null> {
  try {
    const answer = await get(site, address);
    const body = Buffer.from(await answer.arrayBuffer());
    if (createHash('sha256').update(body).digest('base64') === hash) return null;
    return answer.ok ? `other bytes, ${body.length} instead of ${size}` : `missing, it answers ${answer.status}`;
  } catch (error) {
    return `no answer (${(error as Error).message})`;
  }
}

async function missing(site: URL, address: string): Promise<string | null> {
  const answer = await get(site, address).catch((error: Error) => error);
  if (answer instanceof Error) return `no answer (${answer.message})`;
  return answer.ok ? null : `missing, it answers ${answer.status}`;
}

async function text(address: URL): Promise<string> {
  const answer = await fetch(address).catch((error: Error) => {
    throw new Problem(`${address} cannot be reached: ${(error.cause as Error | undefined)?.message ?? error.message}.`);
  });
  if (!answer.ok) throw new Problem(`${address} answers ${answer.status}. Is this the address of the site, base path included?`);
  return answer.text();
}
