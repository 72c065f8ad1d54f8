import type { Service } from './service.ts';
import { findProgram, startServer } from './server.ts';

/** A Redis for each run: it is up in a few milliseconds, and what one program stores no other can see. */
export const redis: Service = {
  variable: 'REDIS_URL',
  missing: () => (findProgram('redis-server') ? null : 'Install Redis: apt install redis-server, or brew install redis.'),
  async lease() {
    const server = await startServer({
      command: (folder, port) => [
        findProgram('redis-server')!,
        ...['--bind', '127.0.0.1', '--port', `${port}`, '--dir', folder, '--save', '', '--appendonly', 'no', '--loglevel', 'warning'],
      ],
    });
    return { env: { REDIS_URL: `redis://127.0.0.1:${server.port}` }, end: () => server.stop() };
  },
  close: async () => {},
};
