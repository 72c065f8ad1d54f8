import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { writeOffline } from '../../../src/offline/integration.ts';
import { Host } from '../../e2e/support/host.ts';

const FILES = {
  'index.html': '<h1>Home</h1>',
  'event-loop/index.html': '<h1>Loop</h1>',
  '404.html': '<h1>None</h1>',
  'q/26/index.html': '<meta http-equiv="refresh" content="0;url=/event-loop/">',
  'pagefind/pagefind-entry.json': '{}',
};

/** A small deployed site, and the folder that its host serves. */
async function deployed(gate?: Host['options']['gate']): Promise<{ host: Host; dir: string }> {
  const dir = mkdtempSync(join(tmpdir(), 'deploy-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  writeOffline(dir, '/');
  const host = await new Host({ dir, gate: gate ?? null }).start();
  onTestFinished(async () => {
    await host.stop();
    rmSync(dir, { recursive: true });
  });
  return { host, dir };
}

/** What `npm run verify:deploy -- <address>` says. */
function verify(address: string): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/verify-deploy.ts', address], (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });
}

test('a host that serves what was built passes', async () => {
  const { host } = await deployed();
  expect(await verify(host.url)).toEqual({ code: 0, said: expect.stringMatching(/serves edition [0-9a-f]{12}: 5 files, each as it was built/) });
});

test('a file that a host changes, and one that it lacks, are named', async () => {
  const { host, dir } = await deployed((path, _, response) => {
    if (path !== '/event-loop/') return false;
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Loop</h1><script src="//tracker"></script>');
    return true;
  });
  rmSync(join(dir, 'q'), { recursive: true });
  const { code, said } = await verify(host.url);
  expect(code).toBe(1);
  expect(said).toContain('/event-loop/: other bytes, 46 instead of 13');
  expect(said).toContain('/q/26/: missing, it answers 404');
  expect(said).toMatch(/2 of 5 files of edition [0-9a-f]{12} are not as they were built[\s\S]*→ If the deploy has ended/);
});

test('a mark before the text, gzip that is not said to be gzip and a short address that leads elsewhere are named for what they are', async () => {
  const bodies: Record<string, string | Buffer> = {
    '/': `\ufeff${FILES['index.html']}`,
    '/event-loop/': gzipSync(FILES['event-loop/index.html']),
    '/q/26/': '<h1>Parked</h1>',
  };
  const { host } = await deployed((path, _, response) => {
    if (!bodies[path]) return false;
    response.writeHead(200, { 'content-type': 'text/html' }).end(bodies[path]);
    return true;
  });
  const { code, said } = await verify(host.url);
  expect(code).toBe(1);
  expect(said).toContain('/: other bytes, 16 instead of 13: a byte-order mark stands before it');
  expect(said).toMatch(/\/event-loop\/: other bytes, \d+ instead of 13: gzip, sent without "content-encoding: gzip"/);
  expect(said).toContain('/q/26/: does not lead to /event-loop/');
});

test('a host that answers /404.html with 404 passes: the bytes are right', async () => {
  const { host } = await deployed((path, _, response) => {
    if (path !== '/404.html') return false;
    response.writeHead(404, { 'content-type': 'text/html' }).end(FILES['404.html']);
    return true;
  });
  expect((await verify(host.url)).code).toBe(0);
});

test('an address that is not the site’s is told from a broken deploy', async () => {
  const { host } = await deployed();
  expect(await verify(`${host.url}bank/`)).toEqual({ code: 1, said: expect.stringContaining('/bank/sw.js answers 404. Is this the address of the site') });
  await host.stop();
  expect((await verify(host.url)).said).toContain('cannot be reached');
  await host.start();
  expect((await verify('somewhere')).said).toContain('Name the address of the site');
});
