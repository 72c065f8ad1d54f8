import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { findProgram, startServer, type Server } from './server.ts';
import type { Service } from './service.ts';

const call = promisify(execFile);

/** Debian's own folder first: what stands in /usr/sbin there changes the user and the working directory. */
const FOLDERS = ['/usr/lib/rabbitmq/bin', '/opt/homebrew/sbin', '/usr/local/sbin'];
const NAME = `node-answered-${process.pid}@localhost`;

let server: Promise<Server> | null = null;
let hosts = 0;

/** One RabbitMQ for all, because it takes seconds to start, and a virtual host for each run. */
export const rabbitmq: Service = {
  variable: 'AMQP_URL',
  missing: () => (findProgram('rabbitmq-server', FOLDERS) ? null : 'Install RabbitMQ: apt install rabbitmq-server, or brew install rabbitmq.'),
  async lease() {
    const { port, folder } = await (server ??= start());
    const host = `run${(hosts += 1)}`;
    const control = (...args: string[]) =>
      call(findProgram('rabbitmqctl', FOLDERS)!, ['-n', NAME, ...args], { env: { HOME: folder, PATH: '/usr/bin:/bin:/opt/homebrew/bin', LC_ALL: 'C.UTF-8' } });
    await control('add_vhost', host);
    await control('set_permissions', '-p', host, 'guest', '.*', '.*', '.*');
    return { env: { AMQP_URL: `amqp://guest:guest@127.0.0.1:${port}/${host}` }, end: async () => void (await control('delete_vhost', host)) };
  },
  async close() {
    await (await server)?.stop();
    server = null;
  },
};

function start(): Promise<Server> {
  return startServer({
    command: () => [findProgram('rabbitmq-server', FOLDERS)!],
    env: (folder, port) => ({
      RABBITMQ_NODENAME: NAME,
      RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
      RABBITMQ_NODE_PORT: `${port}`,
      // Other RabbitMQ nodes talk to this one; nobody does, but it wants a port.
      RABBITMQ_DIST_PORT: `${port < 40_000 ? port + 10_000 : port - 10_000}`,
      RABBITMQ_MNESIA_BASE: path.join(folder, 'data'),
      RABBITMQ_LOG_BASE: path.join(folder, 'logs'),
      RABBITMQ_PID_FILE: path.join(folder, 'pid'),
      RABBITMQ_ENABLED_PLUGINS_FILE: path.join(folder, 'plugins'),
      RABBITMQ_CONFIG_FILE: path.join(folder, 'none'),
      RABBITMQ_CONF_ENV_FILE: '/dev/null',
    }),
    // Leaving in order takes it many seconds, and nothing it holds is needed.
    signal: 'KILL',
    ready: 'Starting broker... completed',
  });
}
