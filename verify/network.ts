import { execFileSync } from 'node:child_process';
import { SYSTEM_PATH } from './sandbox.ts';

/** A command line: the program and its arguments. */
export type Command = [string, ...string[]];

/** Wraps a command so that it reaches nothing but its own loopback. */
export type Fence = (command: Command) => Command;

/**
 * Probes once whether this machine can give a program a network of its own (Linux namespaces).
 * The wrapper replaces itself (exec), so the program keeps the process id, parent and user it would have had.
 *
 * @returns the wrapper, or null where there is none
 */
export function probeFence(): Fence | null {
  if (process.platform !== 'linux') return null;
  const { uid, gid } = { uid: process.getuid!(), gid: process.getgid!() };
  const up = 'ip link set lo up && unset OLDPWD SHLVL && exec "$@"';
  const fence: Fence = uid === 0
    ? (command) => ['unshare', '-n', 'sh', '-c', up, 'sh', ...command]
    // An ordinary user is root inside for a moment, to raise the loopback, then himself again.
    : (command) => ['unshare', '-rn', 'sh', '-c', up, 'sh', 'unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--', ...command];
  try {
    const [file, ...args] = fence(['true']);
    execFileSync(file, args, { stdio: 'ignore', timeout: 5000, env: { PATH: SYSTEM_PATH } });
    return fence;
  } catch {
    return null;
  }
}
