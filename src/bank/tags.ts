/** A tag: what its page is called, and what its questions are about. */
export interface Tag {
  /** Its name in the list of tags and in the title of its page. */
  title: string;
  /** One line that completes "Questions about …", without a full stop. */
  about: string;
}

/**
 * The tags a question may carry, by theme: the page `/tags/` lists them so. A new tag needs four questions; prefer an
 * existing one. The key stands in addresses and in front matter: it does not change.
 */
const THEMES = {
  'The runtime': {
    'node-basics': { title: 'Node basics', about: 'what Node.js is, what it brings along and when to choose it' },
    v8: { title: 'V8', about: 'the engine that compiles and runs your JavaScript' },
    libuv: { title: 'libuv', about: 'the C library behind the loop, the thread pool and asynchronous I/O' },
    'core-modules': { title: 'Core modules', about: 'what ships with Node: fs, path, os, util, crypto and the rest' },
    process: { title: 'process', about: 'exit codes, arguments, the environment and the life of a process' },
    signals: { title: 'Signals', about: 'SIGTERM, SIGINT and what a program does when it is told to stop' },
    cli: { title: 'Command line', about: 'flags, arguments and the tools one types' },
    'web-apis': { title: 'Web APIs', about: 'what Node shares with browsers: fetch, URL, web streams, structured clone' },
    browser: { title: 'Browsers', about: 'what browsers do differently, and what they enforce' },
  },
  'The event loop': {
    'event-loop': { title: 'Event loop', about: 'phases, order and what keeps the loop from turning' },
    microtasks: { title: 'Microtasks', about: 'the queue that is emptied before the loop goes on' },
    'process-nexttick': { title: 'process.nextTick', about: 'the queue that belongs to Node, and when it comes first' },
    timers: { title: 'Timers', about: 'setTimeout, setInterval and code that depends on time' },
    setimmediate: { title: 'setImmediate', about: 'the check phase and what runs in it' },
    blocking: { title: 'Blocking', about: 'what stops everything else, and how to keep it from doing so' },
    'thread-pool': { title: 'Thread pool', about: 'the threads of libuv, what runs there and what does not' },
  },
  'Asynchronous code': {
    callbacks: { title: 'Callbacks', about: 'error-first callbacks, and how to get out of them' },
    promises: { title: 'Promises', about: 'states, chains, combinators and where errors go' },
    'async-await': { title: 'async and await', about: 'what waits, what overlaps and what is forgotten' },
    generators: { title: 'Generators', about: 'functions that pause, synchronous and asynchronous' },
    iterators: { title: 'Iterators', about: 'for await and everything one can loop over' },
    events: { title: 'Events', about: 'EventEmitter and code that is called when something happens' },
    abort: { title: 'Cancellation', about: 'AbortController, timeouts and stopping what runs' },
    'async-hooks': { title: 'Asynchronous context', about: 'AsyncLocalStorage and following a request through its callbacks' },
  },
  'Threads and processes': {
    concurrency: { title: 'Concurrency', about: 'many things at once: on one thread, on several, with a limit' },
    'worker-threads': { title: 'Worker threads', about: 'JavaScript on more than one thread, and what that costs' },
    'shared-memory': { title: 'Shared memory', about: 'SharedArrayBuffer, Atomics and who may write when' },
    'child-processes': { title: 'Child processes', about: 'spawn, exec, fork and other programs' },
    cluster: { title: 'Cluster', about: 'several processes behind one port' },
  },
  'Modules and packages': {
    modules: { title: 'Modules', about: 'how code is split into files and found again' },
    commonjs: { title: 'CommonJS', about: 'require, module.exports and the wrapper around each file' },
    'es-modules': { title: 'ES modules', about: 'import, export and what is different with them' },
    'module-resolution': { title: 'Module resolution', about: 'how a specifier becomes a file' },
    packages: { title: 'Packages', about: 'package.json and what others may import' },
    npm: { title: 'npm', about: 'installing, locking, publishing and running scripts' },
    dependencies: { title: 'Dependencies', about: "other people's code: versions, updates and risks" },
    semver: { title: 'Semantic versioning', about: 'what a version number promises' },
    typescript: { title: 'TypeScript', about: 'types in Node programs' },
  },
  'Files, streams and bytes': {
    'file-system': { title: 'File system', about: 'reading, writing, watching and what can go wrong' },
    paths: { title: 'Paths', about: 'joining, resolving and not leaving a folder' },
    streams: { title: 'Streams', about: 'data in pieces, backpressure and pipelines' },
    buffers: { title: 'Buffers', about: 'bytes, where they live and how they are cut' },
    encoding: { title: 'Encodings', about: 'bytes as text and back: UTF-8, Base64, hexadecimal' },
    memory: { title: 'Memory', about: 'heap, buffers, limits and leaks' },
    'garbage-collection': { title: 'Garbage collection', about: 'what is freed, when, and what holds on' },
  },
  'HTTP and networking': {
    http: { title: 'HTTP', about: 'requests, responses, servers and clients' },
    http2: { title: 'HTTP/2', about: 'streams over one connection, and what is built on them' },
    networking: { title: 'Networking', about: 'sockets, connections, timeouts and error codes' },
    tls: { title: 'TLS', about: 'certificates, HTTPS and mutual TLS' },
    dns: { title: 'DNS', about: 'names, addresses and who looks them up' },
    urls: { title: 'URLs', about: 'parsing addresses and their queries' },
    websockets: { title: 'WebSockets', about: 'connections that stay open, and how to scale them' },
  },
  'APIs and frameworks': {
    rest: { title: 'REST', about: 'resources, methods, status codes, versions and pages' },
    graphql: { title: 'GraphQL', about: 'schemas, resolvers, N+1 and subscriptions' },
    express: { title: 'Express', about: 'the framework most interviews assume' },
    middleware: { title: 'Middleware', about: 'the chain a request passes through' },
    validation: { title: 'Validation', about: 'refusing input that is not what you expect' },
  },
  'Data and messages': {
    databases: { title: 'Databases', about: 'SQL and NoSQL, pools, schemas and queries' },
    transactions: { title: 'Transactions', about: 'all or nothing: in one database and across services' },
    mongodb: { title: 'MongoDB', about: 'documents, queries, indexes and injection' },
    redis: { title: 'Redis', about: 'cache, counters, locks, queues and publish/subscribe' },
    caching: { title: 'Caching', about: 'what to keep, where, and when to throw it away' },
    queues: { title: 'Queues', about: 'work that waits: in the process, in a broker, in a database' },
  },
  Quality: {
    errors: { title: 'Errors', about: 'throwing, catching, retrying and giving up' },
    security: { title: 'Security', about: 'attacks, and the code that stops them' },
    authentication: { title: 'Authentication', about: 'passwords, sessions, tokens and OAuth 2.0' },
    testing: { title: 'Testing', about: 'what to test, with which tools, without flakiness' },
    performance: { title: 'Performance', about: 'what is slow, why, and how one knows' },
    measuring: { title: 'Measuring', about: 'clocks, percentiles, histograms and metrics' },
    diagnostics: { title: 'Diagnostics', about: 'finding out what a process is doing' },
    debugging: { title: 'Debugging', about: 'inspecting a program that misbehaves' },
    logging: { title: 'Logging', about: 'what to write down, and how to find it again' },
  },
  'Design and operation': {
    javascript: { title: 'JavaScript', about: 'the language itself, as far as servers care' },
    'design-patterns': { title: 'Design patterns', about: 'recurring solutions and what they cost' },
    architecture: { title: 'Architecture', about: 'the parts of a system and what joins them' },
    microservices: { title: 'Microservices', about: 'services that call, notify and trust one another' },
    configuration: { title: 'Configuration', about: 'settings, secrets and the environment' },
    deployment: { title: 'Deployment', about: 'containers, releases, restarts and hosts' },
  },
} as const satisfies Record<string, Record<string, Tag>>;

/** The keys of an object of any of these types. */
type KeysOf<T> = T extends unknown ? keyof T : never;
/** A tag's key, as it stands in front matter and in its address. */
export type TagId = KeysOf<(typeof THEMES)[keyof typeof THEMES]>;

/** The themes in the order in which they are shown, each with its tags. */
export const TAG_THEMES: readonly { title: string; tags: readonly TagId[] }[] = Object.entries(THEMES).map(([title, tags]) => ({
  title,
  tags: Object.keys(tags) as TagId[],
}));

const ALL = Object.assign({}, ...Object.values(THEMES)) as Record<TagId, Tag>;

/** The ids of all tags, in alphabetical order. */
export const TAGS: readonly TagId[] = (Object.keys(ALL) as TagId[]).sort();

/** What is known about a tag. */
export const tagOf = (id: TagId): Tag => ALL[id];
