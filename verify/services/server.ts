import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, closeSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PREFIX } from '../sandbox.ts';

/** Where servers are installed, by Debian and by Homebrew. */
const FOLDERS = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin', '/opt/homebrew/sbin'];

const START_SECONDS = 60;

/** A server that was started for us alone. */
export interface Server {
  port: number;
  folder: string;
  stop(): Promise<void>;
}

/** How to start a server in a folder of its own, on a port of its own. */
export interface Recipe {
  command: (folder: string, port: number) => string[];
  env?: (folder: string, port: number) => Record<string, string>;
  /** What ends it at once, whoever is still connected. */
  signal?: 'TERM' | 'INT' | 'KILL';
  /** Prepares the folder; also says as whom the server runs, when it refuses to be root. */
  prepare?: (folder: string) => void;
  owner?: { uid: number; gid: number } | undefined;
  /** Text in its log that says it is ready, where an open port does not. */
  ready?: string;
}

/** The full path of an installed program, or null. */
export function findProgram(name: string, folders = FOLDERS): string | null {
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? null;
}

// A shell beside the server waits on a pipe that we hold. When we let go, or die however suddenly, it ends the whole group. The first
// shell stays until the server has gone: it catches the signal, which interrupts its first wait only.
const TIED = 'exec 3<&0; trap : TERM INT; "$@" </dev/null 3<&- & s=$!; (read _ <&3; kill -s "$SIGNAL" 0) & exec 3<&-; wait $s; wait $s';

/**
 * Starts a server on loopback and waits until it answers.
 *
 * @throws when it ends early or does not answer in time, with the last lines of its log
 */
export async function startServer(recipe: Recipe): Promise<Server> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`)));
  const port = await freePort();
  const log = path.join(folder, 'log');
  recipe.prepare?.(folder);
  const sink = openSync(log, 'a');
  const child = spawn('sh', ['-c', TIED, 'sh', ...recipe.command(folder, port)], {
    cwd: folder,
    env: { PATH: FOLDERS.join(':') + ':/bin', HOME: folder, LC_ALL: 'C', SIGNAL: recipe.signal ?? 'TERM', ...recipe.env?.(folder, port) },
    stdio: ['pipe', sink, sink],
    detached: true,
    ...recipe.owner,
  });
  closeSync(sink);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  const stop = async () => {
    child.stdin!.destroy();
    await gone;
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
  const giveUp = performance.now() + START_SECONDS * 1000;
  while (!((await answers(port)) && (!recipe.ready || readFileSync(log, 'utf8').includes(recipe.ready)))) {
    if (child.exitCode === null && performance.now() < giveUp) {
      await sleep(30);
      continue;
    }
    const last = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
    await stop();
    throw new Error(`${path.basename(recipe.command(folder, port)[0]!)} did not start:\n${last}`);
  }
  return { port, folder, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}
