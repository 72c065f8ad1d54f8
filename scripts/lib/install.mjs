// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_NODE, ROOT } from './paths.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} Lock */

/**
 * Installs the packages when what is installed is not what package-lock.json says; otherwise does nothing.
 *
 * @throws Problem when npm fails, with what it printed
 */
export async function installPackages() {
  if (isInstalled(ROOT) && existsSync(OWN_NODE)) return;
  const { code, output, ms } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'Installing packages (once; about half a minute)');
  if (code !== 0)
    throw new Problem(`${output.trim()}\n\nnpm could not install the packages: repair what it says above (the network, most often), then run this again.`);
  if (!existsSync(OWN_NODE)) {
    throw new Problem(
      'npm installed the packages but not the project\'s own Node, because install scripts are switched off: run "npm rebuild node --ignore-scripts=false", then this again.',
    );
  }
  console.log(`Installed packages in ${Math.round(ms / 1000)} s.`);
}

/**
 * Whether node_modules holds what package-lock.json says. npm writes down what it has installed as its last act, so an
 * interrupted install is not taken for a whole one, and a pull that changed a version is noticed.
 *
 * @param {string} root the project's root
 */
export function isInstalled(root) {
  const installed = readLock(join(root, 'node_modules/.package-lock.json'));
  const wanted = readLock(join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted.packages).every(([path, { version, optional }]) => {
    const found = installed.packages[path];
    // Optional packages are those of other platforms, most often.
    return path === '' || (found ? found.version === version : optional === true);
  });
}

/** @param {string} file @returns {Lock | null} null when there is none */
function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** Runs the npm that started us, else the one on the PATH. @param {string[]} args @param {string} quiet */
function npm(args, quiet) {
  const own = process.env['npm_execpath'];
  return own?.endsWith('.js') ? run(process.execPath, [own, ...args], { quiet }) : run('npm', args, { quiet, shell: process.platform === 'win32' });
}
