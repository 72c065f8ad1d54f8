import type { Level } from './schema.ts';

/** A question on a path. */
export interface Step {
  /** `<segment>/<slug>` */
  slug: string;
  /** Why it comes here, in a few words; only where the title does not say so. */
  why?: string;
}

/** Questions for one sitting, such as a day. */
export interface Stage {
  title?: string;
  steps: readonly Step[];
}

/** A choice out of the bank for somebody with a certain time or a certain interview ahead, in the order of reading. */
export interface Path {
  /** Its anchor on the page "Start here". */
  id: string;
  title: string;
  /** One sentence: whom it serves. */
  serves: string;
  /** The levels its questions may have. */
  levels: readonly Level[];
  stages: readonly Stage[];
}

const ask = (slug: string, why?: string): Step => (why ? { slug, why } : { slug });

const EVENING: Path = {
  id: 'evening',
  title: 'An evening',
  serves: 'The interview is tomorrow: one question from each corner, and each opens the door to those around it.',
  levels: ['junior', 'mid'],
  stages: [
    {
      steps: [
        ask('foundations/what-is-nodejs', 'A likely opening. Say it aloud, in half a minute.'),
        ask('event-loop/what-is-the-event-loop'),
        ask('event-loop/phases'),
        ask('event-loop/predict-the-order', 'The puzzle on the whiteboard.'),
        ask('event-loop/what-blocks-the-loop'),
        ask('async/callbacks-promises-async-await'),
        ask('async/promise-combinators'),
        ask('errors/unhandled-rejections', 'Where an error ends up that nobody handled.'),
        ask('modules/commonjs-vs-esm'),
        ask('streams/what-is-a-stream'),
        ask('streams/backpressure'),
        ask('concurrency/choosing-a-mechanism', 'For “and what about CPU-heavy work?”'),
        ask('apis/middleware'),
        ask('production/graceful-shutdown', 'Signals, connections, timers and exit codes in one answer.'),
      ],
    },
  ],
};

const WEEK: Path = {
  id: 'week',
  title: 'A week',
  serves: 'The interview is in a week, or you want to go through Node once in good order: a theme a day.',
  levels: ['junior', 'mid', 'senior'],
  stages: [
    {
      title: 'Day 1: how Node works',
      steps: [
        ask('foundations/what-is-nodejs'),
        ask('foundations/is-node-single-threaded'),
        ask('foundations/concurrency-on-one-thread'),
        ask('event-loop/what-is-the-event-loop'),
        ask('event-loop/phases'),
        ask('event-loop/what-blocks-the-loop'),
      ],
    },
    {
      title: 'Day 2: what runs next',
      steps: [
        ask('event-loop/microtasks-vs-macrotasks'),
        ask('event-loop/nexttick-vs-promises'),
        ask('event-loop/nexttick-vs-setimmediate'),
        ask('event-loop/settimeout-vs-setimmediate'),
        ask('event-loop/predict-the-order', 'All of the above at once.'),
        ask('event-loop/os-async-vs-thread-pool'),
      ],
    },
    {
      title: 'Day 3: promises and errors',
      steps: [
        ask('async/callbacks-promises-async-await'),
        ask('async/async-await-under-the-hood'),
        ask('async/sequential-vs-parallel'),
        ask('async/promise-combinators'),
        ask('errors/handling-async-errors'),
        ask('errors/trycatch-gotchas'),
        ask('errors/unhandled-rejections'),
      ],
    },
    {
      title: 'Day 4: modules, events and streams',
      steps: [
        ask('modules/commonjs-vs-esm'),
        ask('modules/module-caching'),
        ask('modules/lockfile-and-npm-ci'),
        ask('events-and-files/eventemitter'),
        ask('streams/what-is-a-stream'),
        ask('streams/backpressure'),
        ask('streams/pipe-vs-pipeline'),
      ],
    },
    {
      title: 'Day 5: HTTP and APIs',
      steps: [
        ask('http/methods-and-status-codes'),
        ask('apis/middleware'),
        ask('apis/express-async-errors'),
        ask('apis/rest'),
        ask('apis/request-validation'),
        ask('http/cors'),
      ],
    },
    {
      title: 'Day 6: data and security',
      steps: [
        ask('data/connection-pooling'),
        ask('data/transactions'),
        ask('data/cache-patterns'),
        ask('security/sql-injection'),
        ask('security/jwt'),
        ask('security/password-hashing'),
      ],
    },
    {
      title: 'Day 7: under load and in production',
      steps: [
        ask('concurrency/choosing-a-mechanism'),
        ask('concurrency/cluster'),
        ask('performance/memory-leaks'),
        ask('testing/test-pyramid'),
        ask('production/graceful-shutdown'),
        ask('production/structured-logging'),
        ask('system-design/scalable-service', 'Where the week comes together.'),
      ],
    },
  ],
};

const JUNIOR: Path = {
  id: 'junior',
  title: 'Junior',
  serves: 'Your first interviews with Node: how things work and what they are for.',
  levels: ['junior'],
  stages: [
    {
      steps: [
        ask('foundations/what-is-nodejs'),
        ask('foundations/is-node-single-threaded', '“Yes” is half of the answer.'),
        ask('foundations/blocking-vs-non-blocking'),
        ask('event-loop/what-is-the-event-loop'),
        ask('event-loop/timer-functions'),
        ask('async/error-first-callbacks', 'Many APIs of Node still look like this.'),
        ask('async/callbacks-promises-async-await'),
        ask('async/promise-states'),
        ask('async/forgotten-await', 'Easy to write, hard to see.'),
        ask('errors/handling-async-errors'),
        ask('modules/commonjs-vs-esm'),
        ask('modules/package-json'),
        ask('modules/semantic-versioning'),
        ask('foundations/environment-variables'),
        ask('events-and-files/eventemitter'),
        ask('events-and-files/fs-sync-callback-promise'),
        ask('streams/what-is-a-buffer'),
        ask('streams/what-is-a-stream'),
        ask('http/create-a-server'),
        ask('http/methods-and-status-codes'),
        ask('apis/middleware'),
        ask('security/sql-injection'),
      ],
    },
  ],
};

const SENIOR: Path = {
  id: 'senior',
  title: 'Senior',
  serves: 'You know how it works. These ask what breaks, how you find out, and what each remedy costs.',
  levels: ['mid', 'senior'],
  stages: [
    {
      title: 'The runtime under load',
      steps: [
        ask('event-loop/event-loop-lag', 'Begin with how to measure it.'),
        ask('event-loop/nexttick-starvation'),
        ask('async/limit-concurrency'),
        ask('async/async-local-storage'),
        ask('modules/interop-require-esm'),
        ask('concurrency/when-not-to-use-workers'),
      ],
    },
    {
      title: 'Finding out',
      steps: [
        ask('performance/slow-under-load', 'An open question: show the order in which you look.'),
        ask('performance/high-cpu'),
        ask('performance/heap-snapshots'),
        ask('production/distributed-tracing'),
      ],
    },
    {
      title: 'Staying up',
      steps: [
        ask('http/server-timeouts'),
        ask('data/pool-exhaustion', 'How one slow query makes a whole service hang.'),
        ask('data/cache-invalidation'),
        ask('data/isolation-levels'),
        ask('errors/circuit-breaker'),
        ask('production/zero-downtime'),
      ],
    },
    {
      title: 'Beyond one service',
      steps: [
        ask('data/distributed-transactions'),
        ask('system-design/rabbitmq-kafka-sqs'),
        ask('system-design/distributed-rate-limiter'),
        ask('system-design/chat-application', 'Connections, order and storage in one design.'),
        ask('security/ssrf', 'For every service that fetches an address a user gave.'),
      ],
    },
  ],
};

/** The paths of the page "Start here", in its order. */
export const PATHS: readonly Path[] = [EVENING, WEEK, JUNIOR, SENIOR];

/** All steps of a path, in their order. */
export const stepsOf = (path: Path): Step[] => path.stages.flatMap((stage) => stage.steps);

/** The path with this id. @throws Error when there is none */
export function pathWith(id: string): Path {
  const found = PATHS.find((path) => path.id === id);
  if (!found) throw new Error(`There is no path "${id}". Paths are listed in src/bank/paths.ts: ${PATHS.map((path) => path.id).join(', ')}.`);
  return found;
}
