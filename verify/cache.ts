import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withLock, writeWhole } from './atomic.ts';

/** What passed on this machine: `<hash> <version>`, with the counts of a race or `true`. */
export type Passed = Record<string, number[] | true>;

/** The oldest results are forgotten beyond this many. */
const MOST = 50_000;

interface CacheFile { tool: string; passed: Passed }

export const keyOf = (hash: string, version: string): string => `${hash} ${version}`;

/** A fingerprint of what else a result hangs on: the packages that programs import, and how outputs are masked. */
export function toolPrint(root: string): string {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'src/fences/mask.ts', 'verify/run.ts', 'verify/network.ts', 'verify/sandbox.ts']) {
    try { hash.update(readFileSync(path.join(root, file))); } catch { hash.update(file); }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Reads what passed. A cache that is absent, broken or of another tool is an empty one. */
export function readCache(file: string, tool: string): Passed {
  try {
    const cache = JSON.parse(readFileSync(file, 'utf8')) as CacheFile;
    return cache.tool === tool ? cache.passed : {};
  } catch {
    return {};
  }
}

/** Adds what passed now to what stands in the cache at this moment. */
export async function extendCache(file: string, tool: string, passed: Passed): Promise<void> {
  const news = Object.entries(passed);
  await withLock(`${file}.lock`, () => {
    const before = readCache(file, tool);
    if (news.every(([key, value]) => JSON.stringify(before[key]) === JSON.stringify(value))) return;
    const all = [...Object.entries(before).filter(([key]) => !(key in passed)), ...news];
    writeWhole(file, JSON.stringify({ tool, passed: Object.fromEntries(all.slice(-MOST)) } satisfies CacheFile));
  });
}
