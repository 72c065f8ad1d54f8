import { connect } from 'node:net';

interface Service {
  host: string;
  port: number;
  start: string;
}

/** The services a program may ask for with `needs="…"`. */
const SERVICES: Record<string, Service> = {
  redis: { host: '127.0.0.1', port: 6379, start: 'Install it (apt install redis-server, or brew install redis) and start it: redis-server' },
};

/** Says what is wrong with a service: unknown, or not reachable. Null when it answers. */
export async function serviceProblem(name: string, known: Record<string, Service> = SERVICES): Promise<string | null> {
  const service = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!service) return `needs="${name}" is not a known service. Known services: ${Object.keys(known).join(', ')}.`;
  const { host, port, start } = service;
  return (await reachable(host, port)) ? null : `It needs ${name}, and nothing answers on ${host}:${port}. ${start}`;
}

function reachable(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .on('connect', () => end(true))
      .on('error', () => end(false))
      .on('timeout', () => end(false));
  });
}
