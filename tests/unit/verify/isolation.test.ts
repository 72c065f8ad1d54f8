import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { probeOwnNetwork } from '../../../verify/network.ts';
import { js, makeHouse, output, page, sh } from './house.ts';

const passes = async (...parts: string[]) => {
  const result = await makeHouse({ 'loop/page': page(...parts) }).run();
  expect(result.text).toContain('all as the pages say');
  expect(result.code).toBe(0);
};

test('a program finds in its folder itself, its helpers, and nothing else', () =>
  passes(
    '```js file="lib/add.mjs"\nexport const add = (a, b) => a + b;\n```',
    js("import fs from 'node:fs';\nimport { add } from './lib/add.mjs';\nconsole.log(add(1, 2), fs.readdirSync('.').join());", 'title="a.mjs" node="24"'),
    output('3 a.mjs,lib'),
  ));

test('each run starts in an empty folder, whatever the one before has written', () =>
  passes(js("const fs = require('node:fs');\nconsole.log(fs.existsSync('note'));\nfs.writeFileSync('note', 'x');", 'title="a.cjs"'), output('false')));

test('an sh fence sees all files of the page and the Node under test first on PATH', () =>
  passes(
    '```json file="data.json"\n{ "n": 7 }\n```',
    js("console.log('quiet');", 'title="above.cjs" node="24"'),
    output('quiet'),
    sh('ls\nnode above.cjs\nn=2 node -p "process.env.n * require(\'./data.json\').n"\nnode -p process.env.LINE', 'node="22"'),
    output('above.cjs\ndata.json\nquiet\n14\n22'),
  ));

test('the environment is the fixed one', () =>
  passes(
    // LINE is the test's own; a shell that plays a Node line may add `_`, OLDPWD and SHLVL.
    js(
      "const { PATH, HOME, TMPDIR, PWD, LINE, _, SHLVL, OLDPWD, ...rest } = process.env;\nconsole.log(Object.entries(rest).sort().join(' '));\nconsole.log(new Set([HOME, TMPDIR, PWD, process.cwd()]).size);",
    ),
    output('LANG,C.UTF-8 NO_COLOR,1 TZ,UTC\n1'),
  ));

test('stdout and stderr come in their real order', () =>
  passes(
    js("for (let i = 0; i < 3; i += 1) {\n  console.log('out', i);\n  console.error('err', i);\n}\nprocess.stdout.write('end');"),
    output('out 0\nerr 0\nout 1\nerr 1\nout 2\nerr 2\nend'),
  ));

test('what a child prints stands where it was printed', () =>
  passes(
    js("console.log('before');\nrequire('node:child_process').execFileSync('echo', ['child'], { stdio: 'inherit' });\nconsole.log('after');"),
    output('before\nchild\nafter'),
  ));

test('packages of the project can be required and imported', () =>
  passes(
    js("console.log(require('greeting'));"),
    output('hello from a package'),
    js("import greeting from 'greeting';\nconsole.log(greeting);", 'title="b.mjs" node="24"'),
    output('hello from a package'),
  ));

test('the extension decides the module system', () =>
  passes(
    js('console.log(typeof require, import.meta === undefined);', 'title="a.mjs" node="24"'),
    output('undefined false'),
    js('console.log(typeof require, this === module.exports);', 'title="b.cjs" node="24"'),
    output('function true'),
    '```ts run title="c.ts" node="24"\nconst n: number = 1;\nconsole.log(n);\n```',
    output('1'),
  ));

test('with `as` the same text runs under each module system', () =>
  passes(js('console.log(typeof require);', 'title="both" as="cjs mjs" node="24"'), output('function', 'as="cjs"'), output('undefined', 'as="mjs"')));

test('a loopback server works', () =>
  passes(
    js(
      "const http = require('node:http');\nconst server = http.createServer((_, res) => res.end('pong')).listen(0, async () => {\n  console.log(await (await fetch(`http://localhost:${server.address().port}`)).text());\n  server.close();\n  server.closeAllConnections();\n});",
    ),
    output('pong'),
  ));

const ownNetwork = probeOwnNetwork();

test.runIf(ownNetwork)('nothing but its own loopback can be reached', async () => {
  const server = createServer((_, response) => response.end('from outside')).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.on('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await passes(
    js(`const net = require('node:net');
const attempt = (host) => new Promise((resolve) => net.connect(${port}, host).on('error', (e) => resolve(e.code)).on('connect', () => resolve('connected')));
(async () => console.log(await attempt('127.0.0.1'), await attempt('192.0.2.1')))();`),
    output('ECONNREFUSED ENETUNREACH'),
  );
});

test.runIf(ownNetwork)('the wall around the network keeps the process id and the user', () => {
  const [file, ...args] = ownNetwork!(['sh', '-c', 'echo $$ $(id -u)']);
  // The outer shell tells its process id, then becomes the fenced one.
  const told = execFileSync('sh', ['-c', 'echo $$; exec "$@"', 'sh', file, ...args], { encoding: 'utf8' });
  const [outer, inner, uid] = told.trim().split(/\s+/).map(Number);
  expect(inner).toBe(outer);
  expect(uid).toBe(process.getuid!());
});
