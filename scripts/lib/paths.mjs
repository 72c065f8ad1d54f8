// @ts-check
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root. */
export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/**
 * The path below which the site is built and served, without a slash at its end: '' or '/bank'. From BASE, like `astro.config.mjs`;
 * Astro takes `bank` for `/bank`.
 *
 * @param {NodeJS.ProcessEnv} [env]
 */
export const basePath = (env = process.env) => (env['BASE'] ?? '').replace(/^\/*/, '/').replace(/\/+$/, '');

const OWN_BIN = join(ROOT, 'node_modules/node/bin');

/** The Node that does the work, pinned in package.json. */
export const OWN_NODE = join(OWN_BIN, process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * The environment of everything the scripts start: `node` means the project's own, and tools do not phone home.
 *
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function ownEnv(extra = {}) {
  const env = { ...process.env, ...extra };
  // Windows spells it "Path"; two spellings in one environment are one too many.
  const key = Object.keys(env).find((name) => name.toLowerCase() === 'path') ?? 'PATH';
  env[key] = [OWN_BIN, join(ROOT, 'node_modules/.bin'), env[key] ?? ''].join(delimiter);
  return { ...env, ASTRO_TELEMETRY_DISABLED: '1' };
}
