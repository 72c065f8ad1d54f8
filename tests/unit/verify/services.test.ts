import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startServer } from '../../../verify/services/server.ts';
import { serviceProblem, SERVICES } from '../../../verify/services/services.ts';
import { js, makeHouse, output, page } from './house.ts';

/** Not every machine has every server; `.ci/run` installs them all. */
const installed = (name: string) => serviceProblem(name) === null;
const MODULES = path.resolve('node_modules');

const run = async (...parts: string[]) => {
  const { house, run } = makeHouse({ 'loop/page': page(...parts) });
  house.modules = MODULES;
  return run();
};

const SAYS_PONG = `
const { createClient } = require('redis');
const client = createClient({ url: process.env.REDIS_URL });
client.connect().then(async () => {
  console.log(await client.incr('counter'));
  client.destroy();
});`;

test.runIf(installed('redis'))('every run gets an empty Redis of its own', async () => {
  const { text, code } = await run(js(SAYS_PONG, 'title="a.cjs" needs="redis"'), output('1'));
  expect(text).toContain('all as the pages say');
  expect(code).toBe(0);
});

const MAKES_TABLE = `
const { Client } = require('pg');
const client = new Client(process.env.DATABASE_URL);
client.connect().then(async () => {
  await client.query('CREATE TABLE note (id int)');
  console.log((await client.query('SELECT count(*)::int AS n FROM note')).rows[0].n);
  await client.end();
});`;

test.runIf(installed('postgres'))('every run gets an empty database of its own', async () => {
  const { text, code } = await run(js(MAKES_TABLE, 'title="a.cjs" needs="postgres"'), output('0'));
  expect(text).toContain('all as the pages say');
  expect(code).toBe(0);
});

test.runIf(installed('nats') && installed('redis'))('a program may ask for two services', async () => {
  const { code } = await run(js('console.log(Boolean(process.env.NATS_URL && process.env.REDIS_URL));', 'title="a.cjs" needs="redis nats"'), output('true'));
  expect(code).toBe(0);
});

test.runIf(installed('rabbitmq'))('every run gets a virtual host of its own', { timeout: 120_000 }, async () => {
  const program = `
require('amqplib').connect(process.env.AMQP_URL).then(async (connection) => {
  const channel = await connection.createChannel();
  console.log((await channel.assertQueue('jobs')).messageCount);
  channel.sendToQueue('jobs', Buffer.from('x'));
  await channel.close();
  await connection.close();
});`;
  const { text, code } = await run(js(program, 'title="a.cjs" needs="rabbitmq"'), output('0'));
  expect(text).toContain('all as the pages say');
  expect(code).toBe(0);
});

test('a program without needs is told of no service', async () => {
  const names = JSON.stringify(Object.values(SERVICES).map(({ variable }) => variable));
  expect((await run(js(`console.log(${names}.filter((name) => name in process.env).length);`), output('0'))).code).toBe(0);
});

test('a service that does not start fails its program, with the end of its log', async () => {
  const start = startServer({ command: () => ['sh', '-c', 'echo no room >&2; exec cat /nonexistent'] });
  await expect(start).rejects.toThrow(/did not start:\nno room/);
});

test.runIf(installed('redis'))('a server ends when verify is killed, and its folder goes with the next verify', async () => {
  const script = `
    import { findProgram, startServer } from '${path.resolve('verify/services/server.ts')}';
    const s = await startServer({ command: (f, p) => [findProgram('redis-server'), '--port', String(p), '--dir', f, '--save', ''] });
    console.log(s.folder);
    setInterval(() => {}, 1000);`;
  const verify = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const folder = String((await once(verify.stdout, 'data'))[0]).trim();
  expect(existsSync(folder)).toBe(true);
  verify.kill('SIGKILL');
  const still = () => {
    try {
      return execFileSync('pgrep', ['-f', `dir ${folder}`], { encoding: 'utf8' });
    } catch {
      return '';
    }
  };
  for (let i = 0; i < 100 && still(); i += 1) await sleep(50);
  expect(still()).toBe('');
});
