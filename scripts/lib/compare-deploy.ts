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
  const queue = [...files, ...Object.entries(redirects)].values();
  const work = async (): Promise<void> => {
    for (const one of queue) {
      const what = one.length === 2 ? await misleads(site, one) : await differs(site, one);
      if (what) found.push({ address: one[0], what });
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
    return answer.ok ? `other bytes, ${body.length} instead of ${size}${signOf(body)}` : `missing, it answers ${answer.status}`;
  } catch (error) {
    return `no answer (${reasonOf(error)})`;
  }
}

/** What the first bytes give away. */
function signOf(body: Buffer): string {
  if (body[0] === 0x1f && body[1] === 0x8b) return ': gzip, sent without "content-encoding: gzip"';
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return ': a byte-order mark stands before it';
  return '';
}

/** A page that leads on may be any page that does so, or a redirect of the host. */
async function misleads(site: URL, [address, target]: [string, string]): Promise<string | null> {
  try {
    const answer = await get(site, address);
    if (!answer.ok) return `missing, it answers ${answer.status}`;
    const leads = answer.url === new URL(encodeURI(target), site).href || (await answer.text()).includes(site.pathname + target);
    return leads ? null : `does not lead to /${target}`;
  } catch (error) {
    return `no answer (${reasonOf(error)})`;
  }
}

/** `fetch` says only "fetch failed", and why in its cause. */
const reasonOf = (error: unknown): string => ((error as Error).cause as Error | undefined)?.message || (error as Error).message;

async function text(address: URL): Promise<string> {
  const answer = await fetch(address).catch((error: Error) => {
    throw new Problem(`${address} cannot be reached: ${reasonOf(error)}.`);
  });
  if (!answer.ok) throw new Problem(`${address} answers ${answer.status}. Is this the address of the site, base path included?`);
  return answer.text();
}
