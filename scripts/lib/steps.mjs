// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} about what it promises
 * @property {string[]} args what the project's Node runs
 * @property {string} [quiet] shown while it runs, instead of what it prints
 * @property {[folder: string, ending: string]} [needs] files without which it would prove nothing
 * @property {true} [browser] it needs a browser
 * @property {string} repair what to do when it fails
 */

/** Everything that `npm test` runs, in this order: what fails fastest comes first. @type {readonly Step[]} */
export const STEPS = [
  {
    name: 'types',
    about: 'the code has no type errors',
    args: ['node_modules/astro/bin/astro.mjs', 'check'],
    quiet: 'Checking types',
    repair: 'correct what is named above; again with "npm run types"',
  },
  {
    name: 'format',
    about: 'the code is formatted',
    args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--cache', '.'],
    quiet: 'Checking the format',
    repair: 'run "npm run format"',
  },
  {
    name: 'rules',
    about: 'the content keeps the rules of the bank',
    args: ['checks/main.ts'],
    needs: ['checks', '.ts'],
    repair: 'each finding above says how to repair it; again with "npm run rules"',
  },
  {
    name: 'unit',
    about: 'the parts work alone',
    args: ['node_modules/vitest/vitest.mjs', 'run'],
    needs: ['tests/unit', '.test.ts'],
    repair: 'the test that failed is named above; again with "npm run unit -- <file>"',
  },
  {
    name: 'verify',
    about: 'every program prints what its page says',
    args: ['verify/main.ts'],
    needs: ['src/content/docs', '.mdx'],
    repair: 'read the differences above; if what was printed is right, run "npm run verify -- --update"',
  },
  {
    name: 'traces',
    about: 'every recorded run belongs to its program and still holds',
    args: ['verify/trace/main.ts', '--check'],
    needs: ['traces', '.json'],
    repair: 'each finding above says what to run; look at what changes in traces/ before you commit it',
  },
  {
    name: 'build',
    about: 'the site builds and its links lead somewhere',
    args: ['node_modules/astro/bin/astro.mjs', 'build'],
    quiet: 'Building the site',
    repair: 'correct what is named above; again with "npm run build"',
  },
  {
    name: 'addresses',
    about: 'every address ever published is there, and every new one is noted',
    args: ['scripts/addresses.ts'],
    repair: 'what is said above; again with "npm run addresses"',
  },
  {
    name: 'weight',
    about: 'a page stays within its budget',
    args: ['scripts/weigh.ts'],
    browser: true,
    repair: 'the file that grew is named above; again with "npm run weigh"',
  },
  {
    name: 'browser',
    about: 'a reader can use it',
    args: ['node_modules/@playwright/test/cli.js', 'test'],
    needs: ['tests/e2e', '.spec.ts'],
    browser: true,
    repair: 'the test that failed is named above; again with "npm run e2e -- <file>", step by step with --ui',
  },
];

/**
 * What is missing for a step to prove anything, or null. A step without its files must fail: vitest would, but not all tools do.
 *
 * @param {Step} step
 */
export function missingFor({ args, needs }) {
  if (!existsSync(join(ROOT, args[0] ?? ''))) return `there is no ${args[0]}`;
  if (!needs) return null;
  const [folder, ending] = needs;
  const files = existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder), { recursive: true }) : [];
  return files.some((file) => String(file).endsWith(ending)) ? null : `there is no ${folder}/**/*${ending}`;
}
