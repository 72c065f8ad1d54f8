import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** How long each piece keeps the reader waiting, in milliseconds: long enough that the browser paints what it has. */
const WAIT_MS = 400;

/** Where the HTML is cut: before the text of a page, and before its first program. */
const CUTS = /(?=<div class="main-pane|<div class="expressive-code")/;

/** A server in front of the site that is slow as a bad connection is: HTML in pieces, fonts and styles of programs late. */
export async function slowServer(site: string): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    void fetch(new URL(request.url ?? '/', site)).then(async (answer) => {
      const type = answer.headers.get('content-type') ?? '';
      response.writeHead(answer.status, { 'content-type': type });
      if (type.startsWith('text/html')) {
        const [first = '', second = '', ...rest] = (await answer.text()).split(CUTS);
        for (const piece of [first, second, rest.join('')]) {
          response.write(piece);
          await pause(WAIT_MS);
        }
      } else {
        if (/\.woff2$|\/ec\./.test(request.url ?? '')) await pause(WAIT_MS);
        response.write(Buffer.from(await answer.arrayBuffer()));
      }
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${new URL(site).pathname}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
