/** A part of the bank: one folder of `src/content/docs`, one group of the sidebar. */
export interface Segment {
  /** Folder name and first part of every address in it. */
  id: string;
  title: string;
  /** One sentence for the home page: what a reader can answer afterwards. */
  about: string;
}

/** All segments, in the order a reader would study them. A segment appears on the site once its folder has an `index.mdx`. */
export const SEGMENTS: readonly Segment[] = [
  { id: 'foundations', title: 'Foundations', about: 'What Node.js is, how it is built, and what it is good and bad at.' },
  { id: 'event-loop', title: 'The event loop', about: 'Phases, queues, timers, the thread pool: what runs next, and why.' },
  { id: 'async', title: 'Asynchronous code', about: 'Callbacks, promises, async functions, cancellation and concurrency limits.' },
  { id: 'modules', title: 'Modules and packages', about: 'CommonJS, ES modules, resolution, npm and versioning.' },
  { id: 'events-and-files', title: 'Events and files', about: 'EventEmitter, the file system, paths and watching.' },
  { id: 'streams', title: 'Streams and buffers', about: 'Backpressure, pipelines, binary data and encodings.' },
  { id: 'concurrency', title: 'Processes and threads', about: 'Worker threads, child processes, cluster and shared memory.' },
  { id: 'http', title: 'HTTP and networking', about: 'Servers, clients, keep-alive, TLS, HTTP/2, sockets and proxies.' },
  { id: 'apis', title: 'Designing APIs', about: 'REST, GraphQL, validation, versioning, pagination and real time.' },
  { id: 'data', title: 'Databases and caches', about: 'Pools, transactions, ORMs, queues and caching that does not lie.' },
  { id: 'errors', title: 'Errors', about: 'Operational and programmer errors, crashes, and what to do about each.' },
  { id: 'performance', title: 'Performance and memory', about: 'Profiling, garbage collection, leaks and honest benchmarks.' },
  { id: 'security', title: 'Security', about: 'Injection, sessions, tokens, dependencies, secrets and permissions.' },
  { id: 'testing', title: 'Testing', about: 'What to test at which level, with which tools, without flakiness.' },
  { id: 'production', title: 'Running in production', about: 'Configuration, logging, tracing, containers, deployment and shutdown.' },
  { id: 'system-design', title: 'System design', about: 'Sketches with numbers: chat, queues, rate limits, uploads, feeds.' },
  { id: 'challenges', title: 'Coding challenges', about: 'Small things to build at a whiteboard, each with a real test suite.' },
];

/** The segment with this id. @throws Error when there is none */
export function segment(id: string): Segment {
  const found = SEGMENTS.find((s) => s.id === id);
  if (!found) throw new Error(`There is no segment "${id}". Segments are listed in src/bank/segments.ts: ${SEGMENTS.map((s) => s.id).join(', ')}.`);
  return found;
}

/** Splits `event-loop/phases` (or `event-loop`, an index page) into its segment's id and the rest. */
export function splitSlug(slug: string): { segmentId: string; name: string } {
  const [segmentId = '', ...rest] = slug.split('/');
  return { segmentId, name: rest.join('/') };
}
