import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { redirectTarget } from '../share/redirect-target.ts';
import type { Edition, Entry } from './edition.ts';
import { isSaved } from './left-out.ts';

/** The files of a built site that are saved, as paths with slashes, in a fixed order. */
export function savedFiles(site: string): string[] {
  const files = globSync('**/*', { cwd: site }).filter((path) => statSync(join(site, path)).isFile());
  return files
    .map((path) => path.split(sep).join('/'))
    .filter(isSaved)
    .sort();
}

/** What saving a site costs, in bytes: as a host sends it, compressed with gzip; and as it lies on the device. Redirects cost nothing. */
export function costOf(site: string, base: string): { files: number; sent: number; stored: number } {
  const bodies = savedFiles(site)
    .map((path) => ({ path, body: readFileSync(join(site, path)) }))
    .filter(({ path, body }) => redirectOf(path, body, base) === null)
    .map(({ body }) => body);
  const sum = (size: (body: Buffer) => number): number => bodies.reduce((bytes, body) => bytes + size(body), 0);
  return { files: bodies.length, sent: sum((body) => Math.min(body.length, gzipSync(body).length)), stored: sum((body) => body.length) };
}

/** The address under which links lead to a file: `event-loop/phases/` for `event-loop/phases/index.html`. */
const addressOf = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1');

/**
 * Reads what a build has written.
 *
 * @param site folder of the built site
 * @param base path of the site, with a slash at both ends
 * @throws Error when an address could not be asked for as it is
 */
export function takeStock(site: string, base: string): Edition {
  const files: Entry[] = [];
  const redirects: Record<string, string> = {};
  for (const path of savedFiles(site)) {
    if (/[?#%\\]/.test(path)) throw new Error(`offline: ${path} cannot be part of an address.\n→ Give the file a name without ?, #, % and \\.`);
    const body = readFileSync(join(site, path));
    const target = redirectOf(path, body, base);
    if (target !== null) redirects[addressOf(path)] = target;
    else files.push([addressOf(path), createHash('sha256').update(body).digest('base64'), body.length]);
  }
  const version = createHash('sha256')
    .update(JSON.stringify([files, redirects]))
    .digest('hex')
    .slice(0, 12);
  return { version, files, redirects };
}

/** Where a page leads that only leads on, below the base path; null for other files and other sites. */
function redirectOf(path: string, body: Buffer, base: string): string | null {
  const address = path.endsWith('.html') ? redirectTarget(body.toString()) : null;
  if (address === null) return null;
  const target = address.startsWith('/') ? address : URL.canParse(address) ? new URL(address).pathname : '';
  return target.startsWith(base) ? target.slice(base.length) : null;
}
