// @ts-check
// Usage: node scripts/complete-lock.mjs, after `npm install` has changed package-lock.json.
//
// npm leaves an optional package out of the lock file when the registry in use does not have it (a mirror that carries only the
// Linux builds, for example), and then `npm ci` refuses that lock file on every machine. This writes the missing entries: name,
// version and platform. npm skips them where the platform differs, and fetches them by version where it fits.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = 'package-lock.json';

/** Packages that run anywhere; without a platform npm would try to fetch them here. */
const NEVER = { cpu: ['wasm32'] };

/**
 * The platform in the name of a package: `@pagefind/darwin-arm64`, `…-linux-x64-musl`, `…-win32-x64-msvc`.
 *
 * @param {string} name
 * @returns {{ os?: string[], cpu?: string[], libc?: string[] }}
 */
export function platformOf(name) {
  if (/wasm/.test(name)) return NEVER;
  const [, os = '', cpu = '', libc] =
    /(android|darwin|freebsd|linux|linuxmusl|openharmony|win32|windows)-(arm64|arm|x64|ia32|loong64|mips64el|ppc64|riscv64|s390x)(?:-(musl|gnu|msvc))?/.exec(
      name,
    ) ?? [];
  if (!os) throw new Error(`${FILE}: "${name}" is missing, and its name does not say for which platform it is. Add its entry by hand.`);
  const system = { windows: 'win32', linuxmusl: 'linux' }[os] ?? os;
  const c = os === 'linuxmusl' ? 'musl' : libc;
  return { os: [system], cpu: [cpu], ...(c === 'musl' ? { libc: ['musl'] } : c === 'gnu' && system === 'linux' ? { libc: ['glibc'] } : {}) };
}

/**
 * The entries that the optional dependencies of a lock file name and that it does not have.
 *
 * @param {Record<string, { version?: string, optionalDependencies?: Record<string, string>, dev?: boolean }>} packages
 * @returns {Record<string, object>} path → entry
 */
export function missingEntries(packages) {
  /** @type {Record<string, object>} */
  const missing = {};
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (places(path, name).some((place) => fits(packages[place], version))) continue;
      const top = `node_modules/${name}`;
      const place = (packages[top] ?? missing[top]) ? `${path}/node_modules/${name}` : top;
      const { cpu, libc, os } = platformOf(name);
      // In npm's own order of keys, so that npm does not rewrite them.
      missing[place] = JSON.parse(JSON.stringify({ version, cpu, dev, libc, optional: true, os }));
    }
  }
  return missing;
}

/**
 * Where Node looks for `name` from `path`: the nearest folder first.
 *
 * @param {string} path
 * @param {string} name
 * @returns {string[]}
 */
function places(path, name) {
  const parents = path.split(/\/?node_modules\//).slice(1);
  const found = parents.map((_, depth) =>
    parents
      .slice(0, parents.length - depth)
      .map((parent) => `node_modules/${parent}/`)
      .join(''),
  );
  return [...found, ''].map((folder) => `${folder}node_modules/${name}`);
}

/**
 * @param {{ version?: string } | undefined} entry
 * @param {string} wanted an exact version; ranges fit anything that is there, because npm has chosen it
 */
const fits = (entry, wanted) => entry !== undefined && (entry.version === wanted || !/^\d+\.\d+\.\d+/.test(wanted));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(FILE, 'utf8'));
  const missing = missingEntries(lock.packages);
  lock.packages = Object.fromEntries(Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en')));
  if (Object.keys(missing).length > 0) writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${FILE}: ${Object.keys(missing).length} entries added.`);
}
