import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** Browsers trust this address without https; and it is not `localhost`, where nothing is saved unasked. */
const ADDRESS = '127.0.0.1';

/** Bodies that hosts compress. */
const TEXT = /text|javascript|json|svg|xml/;

/** What hosts do with the slash at the end of an address. */
export type SlashHabit = 'redirect' | 'serve both' | 'take it away' | 'forbid index.html';

interface Options {
  /** The site's folder; may be changed while it runs: that is a deploy. */
  dir: string;
  /** 0 for any port that is free. */
  port?: number;
  slash?: SlashHabit;
  /** Milliseconds before each answer. */
  latency?: number;
  /** Bytes per second over all answers. */
  rate?: number;
  cacheControl?: string;
  /** Answers some requests itself, or breaks them off, and then says true. */
  gate?: ((path: string, request: IncomingMessage, response: ServerResponse) => boolean) | null;
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** A host of static files that can be stopped, deployed to and made to fail: what `astro preview` cannot. */
export class Host {
  readonly options: Required<Options>;
  /** Paths asked for, in order. */
  readonly asked: string[] = [];
  /** Bytes of all bodies sent. */
  sent = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((request, response) => void this.answer(request, response));
  /** When the line is free again, in milliseconds since 1970. */
  private free = 0;

  constructor(options: Options) {
    // Without `no-store`, the browser's own cache would hide what the worker lacks.
    this.options = { port: 0, slash: 'redirect', latency: 0, rate: Infinity, cacheControl: 'no-store', gate: null, ...options };
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(this.options.port, ADDRESS, resolve));
    this.options.port = (this.server.address() as AddressInfo).port;
    return this;
  }

  get url(): string {
    return `http://${ADDRESS}:${this.options.port}/`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '/', 'http://host');
    const path = decodeURI(pathname);
    this.asked.push(path);
    await pause(this.options.latency);
    if (this.options.gate?.(path, request, response)) return;
    const location = this.redirected(path);
    if (location !== null) {
      response.writeHead(308, { location: encodeURI(location) + search }).end();
      return;
    }
    const file = [join(this.options.dir, path), join(this.options.dir, path, 'index.html')].find(isFile);
    await this.send(response, file ?? join(this.options.dir, '404.html'), file ? 200 : 404, request.headers['accept-encoding'] ?? '');
  }

  /** Where this host sends a reader who asks for an address it does not like. */
  private redirected(path: string): string | null {
    const { dir, slash } = this.options;
    const page = path !== '/' && isFolder(join(dir, path));
    if (slash === 'redirect' && page && !path.endsWith('/')) return `${path}/`;
    if (slash === 'take it away' && page && path.endsWith('/')) return path.slice(0, -1);
    if (slash === 'forbid index.html' && path.endsWith('/index.html')) return path.slice(0, -'index.html'.length);
    return null;
  }

  private async send(response: ServerResponse, file: string, status: number, accepted: string): Promise<void> {
    let body = readFileSync(file);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const headers: Record<string, string> = { 'content-type': type, 'cache-control': this.options.cacheControl };
    if (TEXT.test(type) && accepted.includes('gzip')) {
      body = gzipSync(body);
      headers['content-encoding'] = 'gzip';
    }
    this.sent += body.length;
    if (Number.isFinite(this.options.rate)) {
      this.free = Math.max(this.free, Date.now()) + ((body.length + 300) / this.options.rate) * 1000;
      await pause(this.free - Date.now());
    }
    response.writeHead(status, headers).end(body);
  }
}
