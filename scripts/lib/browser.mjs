// @ts-check
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Names under which systems install a browser that Playwright can drive, likeliest first. */
const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const FIXED = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')] : [];
  }),
};

/** Beside what Playwright passes: without it Chromium may try UDP to hosts that only speak TCP here. */
export const BROWSER_ARGS = ['--disable-quic'];

/**
 * Browsers that are there, best first: the one named by CHROME_PATH and no other; else Playwright's own, then the system's.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string[]} paths of executables
 */
export function browsersFound(env = process.env) {
  if (env['CHROME_PATH']) return [env['CHROME_PATH']];
  const onPath = (env['PATH'] ?? '').split(delimiter).flatMap((folder) => COMMANDS.map((name) => join(folder, name)));
  const ordered = COMMANDS.flatMap((name) => onPath.filter((path) => path.endsWith(`/${name}`)));
  const fixed = process.platform === 'darwin' || process.platform === 'win32' ? FIXED[process.platform] : [];
  return [...new Set([chromium.executablePath(), ...ordered, ...fixed])].filter((path) => existsSync(path));
}

/**
 * Starts a browser and closes it again: the only proof that all of its libraries are there.
 *
 * @param {string} executablePath
 * @returns {Promise<string | null>} its first complaint, or null when it works
 */
export async function complaintOf(executablePath) {
  try {
    const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS, timeout: 20_000 });
    await browser.close();
    return null;
  } catch (error) {
    return /** @type {Error} */ (error).message.split('\n')[0] ?? 'it does not start';
  }
}
