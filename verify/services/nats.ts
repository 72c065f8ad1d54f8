import path from 'node:path';
import type { Service } from './service.ts';
import { findProgram, startServer } from './server.ts';

/** A NATS server with JetStream for each run. */
export const nats: Service = {
  variable: 'NATS_URL',
  missing: () => (findProgram('nats-server') ? null : 'Install NATS: apt install nats-server, or brew install nats-server.'),
  async lease() {
    const server = await startServer({
      command: (folder, port) => [findProgram('nats-server')!, '-a', '127.0.0.1', '-p', `${port}`, '-js', '-sd', path.join(folder, 'store')],
      ready: 'Server is ready',
    });
    return { env: { NATS_URL: `nats://127.0.0.1:${server.port}` }, end: () => server.stop() };
  },
  close: async () => {},
};
