import { spawn } from 'node:child_process';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { normalise } from '../src/fences/mask.ts';
import type { Program } from '../src/fences/extract.ts';
import { withinBounds, type Command, type Bounds } from './network.ts';
import type { NodeBinary } from './nodes.ts';
import { killAll, processesOf } from './processes.ts';
import { leaseServices } from './services/services.ts';
import { environment, makeSandbox, removeSandbox, sizeOf, type Sandbox } from './sandbox.ts';

/** What one run may use. */
export interface Limits {
  seconds: number;
  outputBytes: number;
  folderBytes: number;
  processes: number;
}

export const LIMITS: Limits = { seconds: 20, outputBytes: 256 * 1024, folderBytes: 64 * 1024 * 1024, processes: 64 };

/** Somebody who looks on while a program runs. */
export interface Onlooker {
  /** Options of Node, before the program's name. */
  args: (sandbox: Sandbox) => string[];
  env: (sandbox: Sandbox) => Record<string, string>;
  /** Told after the end, before the folder goes. */
  collect: (sandbox: Sandbox) => void;
}

/** What a run needs from outside. */
export interface Surroundings {
  bounds: Bounds | null;
  modules: string;
  limits: Limits;
  onlooker?: Onlooker;
}

/** What came of one run. */
export interface Printed {
  /** stdout and stderr in their real order, masked. */
  output: string;
  code: number | null;
  signal: NodeJS.Signals | null;
  /** The limit that was hit, as a sentence with its remedy, or null. */
  limit: string | null;
}

const POLL_MS = 100;
const active = new Map<number, Sandbox>();

/** Ends all runs at once and removes their folders; for interrupts. */
export function abandonRuns(): void {
  for (const [pid, sandbox] of active) {
    killAll(pid, sandbox.root);
    removeSandbox(sandbox);
  }
  active.clear();
}

/** Runs a program once, under one of its names, on one Node binary, in a folder of its own. */
export async function runOnce(program: Program, variant: string, node: NodeBinary, around: Surroundings): Promise<Printed> {
  let lease;
  try {
    lease = await leaseServices(program.needs);
  } catch (error) {
    return { output: '', code: null, signal: null, limit: `A service it needs did not start. ${(error as Error).message}` };
  }
  try {
    return await runIn(lease.env, program, variant, node, around);
  } finally {
    await lease.end();
  }
}

async function runIn(env: Record<string, string>, program: Program, variant: string, node: NodeBinary, around: Surroundings): Promise<Printed> {
  const shell = program.kind === 'shell';
  const sandbox = makeSandbox(shell ? program.files : [...program.files, { name: variant, code: program.code }], around.modules);
  const plain: Command = shell ? ['sh', '-c', program.code] : [node.bin, ...(around.onlooker?.args(sandbox) ?? []), variant];
  const [command, ...args] = (program.needs.length === 0 && around.bounds ? around.bounds : withinBounds)(plain);
  const sink = openSync(sandbox.output, 'a');
  const child = spawn(command, args, {
    cwd: sandbox.folder,
    env: { ...environment(sandbox, node.bin), ...env, ...around.onlooker?.env(sandbox) },
    stdio: ['ignore', sink, sink],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  closeSync(sink);
  try {
    const ended = new Promise<Pick<Printed, 'code' | 'signal'>>((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code, signal) => resolve({ code, signal }));
    });
    if (child.pid === undefined) await ended;
    active.set(child.pid!, sandbox);
    const limit = await watch(child.pid!, sandbox, around.limits, ended);
    killAll(child.pid!, sandbox.root);
    const end = await ended;
    const crossed = limit ?? (await exceeded(child.pid!, sandbox, around.limits));
    around.onlooker?.collect(sandbox);
    return { ...end, limit: crossed, output: normalise(read(sandbox.output, around.limits.outputBytes), program.masks, sandbox.folder) };
  } finally {
    if (child.pid !== undefined) active.delete(child.pid);
    removeSandbox(sandbox);
  }
}

/** Waits for the end or for a limit, whichever is first. */
async function watch(pid: number, sandbox: Sandbox, limits: Limits, ended: Promise<unknown>): Promise<string | null> {
  const start = performance.now();
  let over = false;
  void ended.then(
    () => {
      over = true;
    },
    () => {
      over = true;
    },
  );
  for (;;) {
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([
      ended,
      new Promise((resolve) => {
        timer = setTimeout(resolve, POLL_MS);
      }),
    ]).catch(() => {});
    clearTimeout(timer);
    if (over) return null;
    if (performance.now() - start > limits.seconds * 1000)
      return `It did not end within ${limits.seconds} s. Let it end by itself (clear timers, close servers), or do less.`;
    const crossed = await exceeded(pid, sandbox, limits);
    if (crossed) return crossed;
  }
}

async function exceeded(pid: number, sandbox: Sandbox, limits: Limits): Promise<string | null> {
  const printed = statSync(sandbox.output).size;
  if (printed > limits.outputBytes) return `It printed more than ${limits.outputBytes / 1024} KB. Print the point, not everything.`;
  if ((await sizeOf(sandbox.folder)) > limits.folderBytes)
    return `It filled its folder with more than ${limits.folderBytes / 1024 / 1024} MB. Write less, or remove files while it runs.`;
  if (processesOf(pid, sandbox.root).length > limits.processes) return `It started more than ${limits.processes} processes at once. Start fewer.`;
  return null;
}

function read(file: string, most: number): string {
  const buffer = Buffer.alloc(most);
  const fd = openSync(file, 'r');
  try {
    return buffer.toString('utf8', 0, readSync(fd, buffer, 0, most, 0));
  } finally {
    closeSync(fd);
  }
}
