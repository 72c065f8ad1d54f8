// @ts-check
// Usage: node scripts/serve.mjs [--port 4321]. Serves the built site until it is stopped. Run by the project's own Node.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'astro';
import { basePath, ROOT } from './lib/paths.mjs';
import { demandFree, wantedPort } from './lib/port.mjs';
import { Problem, runMain } from './lib/problem.mjs';

await runMain(async () => {
  const port = wantedPort(process.argv.slice(2), process.env);
  // A build that was broken off has pages, and no headers yet.
  if (!['index.html', '_headers'].every((file) => existsSync(join(ROOT, 'dist', file))))
    throw new Problem('There is no whole site in dist/: run "npm run build" first, or "npm start", which does both.');
  // Astro would take the next free port without a word.
  await demandFree(port);
  const server = await preview({ root: ROOT, server: { port, host: 'localhost', headers: siteHeaders() }, logLevel: 'error' });
  const address = `http://localhost:${server.port}${basePath()}/`;
  const answer = await fetch(address);
  if (!answer.ok) throw new Problem(`The server answers ${answer.status} on ${address}: build the site again with the same BASE, then serve it.`);
  console.log(`Node Answered is ready: ${address} (stop it with Ctrl+C)`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void server.stop().finally(() => process.exit(0)));
  await server.closed();
  return 0;
});

/** What `_headers` sends with every file. Its rules for some files only are left to the hosts. */
function siteHeaders() {
  const [, rest = ''] = readFileSync(join(ROOT, 'dist/_headers'), 'utf8').split(`${basePath()}/*\n`);
  const [rule = ''] = rest.split('\n\n');
  return Object.fromEntries([...rule.matchAll(/^ +([\w-]+): (.+)$/gm)].map(([, name, value]) => [name, value]));
}
