import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ProgramFile } from '../src/fences/extract.ts';
import { alive } from './atomic.ts';

/** How the folders of this tool in the system's temporary folder begin; the number of the process follows. */
export const PREFIX = 'node-answered-';

/** The place of one run: `folder` is where the program works; beside it, out of its sight, lie its output and `node_modules`. */
export interface Sandbox {
  root: string;
  folder: string;
  output: string;
}

/**
 * Makes an empty place with the given files in it.
 *
 * @param modules the `node_modules` folder that programs may import from
 */
export function makeSandbox(files: ProgramFile[], modules: string): Sandbox {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`)));
  const folder = path.join(root, 'run');
  mkdirSync(folder);
  if (existsSync(modules)) symlinkSync(modules, path.join(root, 'node_modules'), 'junction');
  for (const { name, code } of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), `${code}\n`);
  }
  return { root, folder, output: path.join(root, 'output') };
}

/** Removes a place. A process that dies late may still be writing, hence the retries. */
export function removeSandbox(sandbox: Sandbox): void {
  rmSync(sandbox.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
}

/** Removes the places of earlier verify processes that were killed and could not tidy up. */
export function sweepSandboxes(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : 0;
    if (!owner || alive(owner)) continue;
    try {
      rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another user's folder in a shared /tmp: theirs to remove.
    }
  }
}

/** Where programs find commands other than Node. */
export const SYSTEM_PATH =
  process.platform === 'win32' ? `${process.env['SystemRoot']}\\System32;${process.env['SystemRoot']}` : '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin';

/** The whole environment of a program; nothing of the caller's gets in. */
export function environment(sandbox: Sandbox, bin: string): NodeJS.ProcessEnv {
  return {
    PATH: `${path.dirname(bin)}${path.delimiter}${SYSTEM_PATH}`,
    PWD: sandbox.folder,
    HOME: sandbox.folder,
    TMPDIR: sandbox.folder,
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    NO_COLOR: '1',
    ...(process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'], TEMP: sandbox.folder, TMP: sandbox.folder } : {}),
  };
}

/** Bytes in a folder. Files that vanish meanwhile count nothing. */
export async function sizeOf(folder: string): Promise<number> {
  let sum = 0;
  try {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) sum += await sizeOf(full);
      else if (entry.isFile())
        sum += await stat(full).then(
          (s) => s.size,
          () => 0,
        );
    }
  } catch {
    /* It vanished. */
  }
  return sum;
}
