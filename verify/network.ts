import { execFileSync } from 'node:child_process';
import { SYSTEM_PATH } from './sandbox.ts';

/** A command line: the program and its arguments. */
export type Command = [string, ...string[]];

/** Wraps a command so that it runs inside bounds. The wrapper replaces itself (exec): the program keeps its process id, parent and user. */
export type Bounds = (command: Command) => Command;

// What a program may do even if verify itself is killed and can watch it no more: CPU seconds, and 512 byte blocks of one file.
const BOUNDS = 'ulimit -t 120; ulimit -f 262144; unset OLDPWD SHLVL';

/** Bounds for a program that may use the machine's network. */
export const withinBounds: Bounds = (command) => (process.platform === 'win32' ? command : ['sh', '-c', `${BOUNDS}; exec "$@"`, 'sh', ...command]);

/**
 * Probes once whether this machine can give a program a network of its own, with nothing but loopback (Linux namespaces).
 *
 * @returns bounds for a program that must not leave loopback, or null where there are none
 */
export function probeOwnNetwork(): Bounds | null {
  if (process.platform !== 'linux') return null;
  const [uid, gid] = [process.getuid!(), process.getgid!()];
  const inside = `ip link set lo up && { ${BOUNDS}; exec "$@"; }`;
  const bounds: Bounds =
    uid === 0
      ? (command) => ['unshare', '-n', 'sh', '-c', inside, 'sh', ...command]
      : // An ordinary user is root inside for a moment, to raise the loopback, then himself again.
        (command) => ['unshare', '-rn', 'sh', '-c', inside, 'sh', 'unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--', ...command];
  try {
    const [file, ...args] = bounds(['true']);
    execFileSync(file, args, { stdio: 'ignore', timeout: 5000, env: { PATH: SYSTEM_PATH } });
    return bounds;
  } catch {
    return null;
  }
}
