import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * The processes of one run: its process group, and whoever left the group but still carries the run's folder in its environment
 * or works in it (found on Linux only; elsewhere the group is what can be seen).
 */
export function processesOf(group: number, folder: string): number[] {
  if (process.platform === 'linux') return linuxProcesses(group, folder);
  if (process.platform === 'win32') return [];
  try {
    const rows = execFileSync('ps', ['-axo', 'pid=,pgid='], { encoding: 'utf8' }).trim().split('\n');
    return rows
      .map((row) => row.trim().split(/\s+/).map(Number))
      .filter(([, pgid]) => pgid === group)
      .map(([pid]) => pid!);
  } catch {
    return [];
  }
}

let born: number | undefined;

function linuxProcesses(group: number, folder: string): number[] {
  born ??= statOf('self').start;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => {
      try {
        const { state, pgid, start } = statOf(name);
        if (state === 'Z' || state === 'X' || start < born!) return false; // Dead, or older than any run of ours.
        return pgid === group || carries(name, folder);
      } catch {
        return false; // It ended while we looked.
      }
    })
    .map(Number);
}

function statOf(pid: string): { state: string; pgid: number; start: number } {
  // After the name in brackets, which may hold anything: state, parent, group, and as the twentieth the start.
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /s, '')
    .split(' ');
  return { state: fields[0]!, pgid: Number(fields[2]), start: Number(fields[19]) };
}

function carries(pid: string, folder: string): boolean {
  try {
    if (readFileSync(`/proc/${pid}/environ`, 'utf8').includes(folder)) return true;
    const cwd = readlinkSync(`/proc/${pid}/cwd`);
    return cwd === folder || cwd.startsWith(`${folder}/`);
  } catch {
    return false; // Another user's process.
  }
}

/** Ends every process of a run, and looks again until none is left. Synchronous, so that an interrupt cannot fall in between. */
export function killAll(group: number, folder: string): void {
  if (process.platform === 'win32') {
    try {
      execFileSync('taskkill', ['/pid', String(group), '/T', '/F'], { stdio: 'ignore' });
    } catch {
      /* It had ended. */
    }
    return;
  }
  kill(-group);
  if (process.platform !== 'linux') return;
  for (let round = 0; round < 50; round += 1) {
    const left = processesOf(group, folder);
    if (left.length === 0) return;
    left.forEach(kill);
  }
}

function kill(target: number): void {
  try {
    process.kill(target, 'SIGKILL');
  } catch {
    /* It had ended. */
  }
}
