import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withLock, writeWhole } from './atomic.ts';

/** What passed on this machine: `<hash> <version>`, with the counts of a race or `true`. */
export type Passed = Record<string, number[] | true>;

/** By tool (see `toolPrint`): checkouts that share one `node_modules` must not forget each other's results. */
type CacheFile = Record<string, Passed>;

/** The oldest results of a tool, and the tools not used for longest, are forgotten beyond these. */
const MOST_RESULTS = 20_000;
const MOST_TOOLS = 4;

/** The key of a result: this text, on this exact Node. */
export const keyOf = (hash: string, version: string): string => `${hash} ${version}`;

/** A fingerprint of what else a result hangs on: the packages that programs import, and how outputs are masked. */
export function toolPrint(root: string): string {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'src/fences/mask.ts', 'verify/run.ts', 'verify/network.ts', 'verify/sandbox.ts']) {
    try {
      hash.update(readFileSync(path.join(root, file)));
    } catch {
      hash.update(file);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Reads what passed. A cache that is absent or broken is an empty one. */
export function readCache(file: string, tool: string): Passed {
  return readFile(file)[tool] ?? {};
}

/** Adds what passed now to what stands in the cache at this moment. */
export async function extendCache(file: string, tool: string, passed: Passed): Promise<void> {
  const news = Object.entries(passed);
  await withLock(`${file}.lock`, () => {
    const { [tool]: before = {}, ...others } = readFile(file);
    if (news.every(([key, value]) => JSON.stringify(before[key]) === JSON.stringify(value))) return;
    const results = [...Object.entries(before).filter(([key]) => !(key in passed)), ...news].slice(-MOST_RESULTS);
    const tools = [...Object.entries(others).slice(1 - MOST_TOOLS), [tool, Object.fromEntries(results)]];
    writeWhole(file, JSON.stringify(Object.fromEntries(tools)));
  });
}

function readFile(file: string): CacheFile {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CacheFile;
  } catch {
    return {};
  }
}
