import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { missingEntries, platformOf } from '../../../scripts/complete-lock.mjs';
import { isInstalled } from '../../../scripts/lib/install.mjs';

const wanted = { '': { version: '1.0.0' }, 'node_modules/a': { version: '2.0.0' }, 'node_modules/b-darwin': { version: '1.0.0', optional: true } };
const folders: string[] = [];

function project(installed: object | null): string {
  const root = mkdtempSync(join(tmpdir(), 'install-test-'));
  folders.push(root);
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  mkdirSync(join(root, 'node_modules'));
  if (installed) writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
  return root;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test('an interrupted install is not taken for a whole one', () => {
  expect(isInstalled(project(null))).toBe(false);
});

test('packages of other platforms may be missing', () => {
  expect(isInstalled(project({ 'node_modules/a': { version: '2.0.0' } }))).toBe(true);
});

test('a version that changed in the lock file is noticed', () => {
  expect(isInstalled(project({ 'node_modules/a': { version: '1.9.0' } }))).toBe(false);
});

test('a package that joined the lock file is noticed', () => {
  expect(isInstalled(project({ 'node_modules/b-darwin': { version: '1.0.0' } }))).toBe(false);
});

test('the platform of a package is read from its name', () => {
  expect(platformOf('@pagefind/windows-x64')).toEqual({ os: ['win32'], cpu: ['x64'] });
  expect(platformOf('@img/sharp-linuxmusl-arm64')).toEqual({ os: ['linux'], cpu: ['arm64'], libc: ['musl'] });
  expect(platformOf('@astrojs/compiler-binding-linux-x64-gnu')).toEqual({ os: ['linux'], cpu: ['x64'], libc: ['glibc'] });
  expect(() => platformOf('left-pad')).toThrow(/does not say for which platform/);
});

test('a lock file is completed where an optional package is missing, beside another version if need be', () => {
  const packages = {
    'node_modules/a': { version: '1.0.0', dev: true, optionalDependencies: { 'a-darwin-x64': '1.0.0', 'a-linux-x64': '1.0.0' } },
    'node_modules/a-linux-x64': { version: '1.0.0' },
    'node_modules/c': { version: '2.0.0', optionalDependencies: { 'a-linux-x64': '2.0.0' } },
  };
  expect(missingEntries(packages)).toEqual({
    'node_modules/a-darwin-x64': { version: '1.0.0', cpu: ['x64'], dev: true, optional: true, os: ['darwin'] },
    'node_modules/c/node_modules/a-linux-x64': { version: '2.0.0', cpu: ['x64'], optional: true, os: ['linux'] },
  });
});
