/** The tags a question may carry. A new tag is one word here; prefer an existing one. */
export const TAGS = [
  'async-await', 'blocking', 'browser', 'diagnostics', 'dns', 'event-loop', 'file-system', 'libuv', 'measuring', 'microtasks',
  'modules', 'networking', 'performance', 'process-nexttick', 'promises', 'setimmediate', 'streams', 'thread-pool', 'timers',
  'worker-threads',
] as const;
