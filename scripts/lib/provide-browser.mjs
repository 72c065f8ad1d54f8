// @ts-check
import { existsSync } from 'node:fs';
import { OWN_NODE } from './paths.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

/**
 * Finds a browser for the tests, or installs one: Playwright's own, else (as root on Debian and Ubuntu) the system's Chromium.
 *
 * @returns {Promise<string>} path of the executable
 * @throws Problem with one sentence on how to get a browser
 */
export async function provideBrowser() {
  const asked = process.env['CHROME_PATH'];
  const found = await find();
  if (found.path) return found.path;
  if (asked) throw new Problem(`CHROME_PATH names a browser that does not start (${found.complaint || asked}): correct it, or unset it to have one found.`);

  const download = await run(OWN_NODE, ['node_modules/@playwright/test/cli.js', 'install', '--no-shell', 'chromium'], {
    quiet: 'No browser found: downloading one (about 170 MB, once)',
  });
  const own = download.code === 0 ? await find() : found;
  if (own.path) return own.path;

  if (mayUseApt()) {
    const apt = 'apt-get update -qq && apt-get install -y --no-install-recommends chromium';
    const { code } = await run('sh', ['-c', apt], {
      quiet: "The download did not work: installing Debian's chromium (about 300 MB, once)",
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    const debian = code === 0 ? await find() : found;
    if (debian.path) return debian.path;
  }
  throw new Problem(
    'No browser was found and none could be installed: install Chromium or Chrome, or name one with CHROME_PATH=/path/to/chrome, or leave out what needs one with "npm test -- --skip weight --skip browser".',
  );
}

/** @returns {Promise<{ path: string, complaint: string }>} */
async function find() {
  const { code, output } = await run(OWN_NODE, ['scripts/find-browser.mjs'], { quiet: 'Looking for a browser' });
  return code === 0 ? { path: output.trim(), complaint: '' } : { path: '', complaint: output.trim() };
}

function mayUseApt() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}
