import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import path from 'node:path';

/** Writes a file whole or not at all: beside it first, then renamed. */
export function writeWhole(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const part = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    writeFileSync(part, text);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** A lock whose owner died, or that is older than this, is taken over. */
const STALE_MS = 30_000;

/**
 * Does something while no other verify process does something under the same lock file.
 *
 * @throws Error when the lock is not free within `patience` milliseconds
 */
export async function withLock<T>(lock: string, work: () => T, patience: number = 2 * STALE_MS): Promise<T> {
  const start = Date.now();
  mkdirSync(path.dirname(lock), { recursive: true });
  while (!take(lock)) {
    if (stale(lock)) evict(lock);
    else if (Date.now() - start > patience) throw new Error(`${lock} stays locked by another verify. If none is running, delete it.`);
    else await pause(10 + Math.random() * 20);
  }
  try {
    return work();
  } finally {
    if (ownerOf(lock) === process.pid) rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    const fd = openSync(lock, 'wx');
    writeFileSync(fd, String(process.pid));
    closeSync(fd);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead lock, looking again first: between two looks another process may have taken it over. */
function evict(lock: string): void {
  const badge = `${lock}.evict`;
  if (!take(badge)) {
    if (stale(badge)) rmSync(badge, { force: true });
    return;
  }
  if (stale(lock)) rmSync(lock, { force: true });
  rmSync(badge, { force: true });
}

function ownerOf(lock: string): number {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

function stale(lock: string): boolean {
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
  const owner = ownerOf(lock);
  return age > STALE_MS || (owner > 0 && !alive(owner));
}

/** Whether a process of this id exists. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
