// @ts-check
import { connect, createServer } from 'node:net';
import { Problem } from './problem.mjs';

const DEFAULT_PORT = 4321;

/**
 * The port to serve on: `--port`, else PORT, else 4321.
 *
 * @param {string[]} argv
 * @param {NodeJS.ProcessEnv} env
 * @throws Problem when it is not a port
 */
export function wantedPort(argv, env) {
  const at = argv.indexOf('--port');
  const text = at >= 0 ? (argv[at + 1] ?? '') : env['PORT'] || String(DEFAULT_PORT);
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Problem(`"${text}" is not a port: write a whole number from 1 to 65535, such as ${DEFAULT_PORT}.`);
}

/**
 * @param {number} port
 * @throws Problem with the way out when the port cannot be used
 */
export async function demandFree(port) {
  const reason = await whyNot(port);
  if (reason === null) return;
  const other = port < 1024 || port === 65_535 ? DEFAULT_PORT : port + 1;
  const way = process.platform === 'win32' ? `npm start -- --port ${other}` : `PORT=${other} npm start`;
  throw new Problem(`Port ${port} ${reason}: stop what uses it, or choose another port with "${way}".`);
}

/** @param {number} port @returns {Promise<string | null>} what is in the way, or null */
async function whyNot(port) {
  for (const host of ['127.0.0.1', '::1']) {
    // On macOS one may listen beside a server that has the port on all addresses, so first see whether one answers.
    if (await answers(port, host)) return 'is taken';
    const code = await listening(port, host);
    if (code === 'EADDRINUSE') return 'is taken';
    if (code === 'EACCES') return 'is not for everyone to use (below 1024)';
  }
  return null;
}

/** @param {number} port @param {string} host @returns {Promise<boolean>} */
function answers(port, host) {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 500 });
    /** @param {boolean} answer */
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .on('connect', () => end(true))
      .on('error', () => end(false))
      .on('timeout', () => end(false));
  });
}

/** @param {number} port @param {string} host @returns {Promise<string | null>} the code of the error, or null when it worked */
function listening(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code ?? null));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
