/** The tags a question may carry. A new tag is one word here; prefer an existing one. */
export const TAGS = [
  'abort', 'architecture', 'async-await', 'async-hooks', 'blocking', 'browser', 'buffers', 'caching', 'callbacks', 'child-processes',
  'cli', 'cluster', 'commonjs', 'concurrency', 'configuration', 'core-modules', 'databases', 'debugging', 'dependencies', 'deployment',
  'design-patterns', 'diagnostics', 'dns', 'encoding', 'errors', 'es-modules', 'event-loop', 'events', 'express', 'file-system',
  'garbage-collection', 'generators', 'graphql', 'http', 'http2', 'iterators', 'javascript', 'libuv', 'logging', 'measuring', 'memory',
  'microtasks', 'middleware', 'module-resolution', 'modules', 'networking', 'node-basics', 'npm', 'packages', 'paths', 'performance',
  'process', 'process-nexttick', 'promises', 'queues', 'rest', 'security', 'semver', 'setimmediate', 'shared-memory', 'signals',
  'streams', 'testing', 'thread-pool', 'timers', 'tls', 'typescript', 'urls', 'v8', 'validation', 'web-apis', 'websockets',
  'worker-threads',
] as const;
