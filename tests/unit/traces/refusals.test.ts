import { expect, test } from 'vitest';
import { subjectOf } from '../../../verify/trace/subject.ts';
import { programOf } from './live.ts';

const refusal = (code: string, title?: string, words = {}): string => {
  try {
    subjectOf(programOf(code, title, words), title ?? 'a.cjs');
    return 'accepted';
  } catch (error) {
    return `${(error as { line: number }).line}: ${(error as Error).message}`;
  }
};

test.each([
  ['a subclass of Promise', 'const a = 1;\nclass Slow extends Promise {}', '2: It extends Promise, whose reactions V8 does not tell from others'],
  ['an anonymous subclass', 'const Slow = class extends Promise {};', '1: It extends Promise'],
  ['process.stdout.write', "process.stdout.write('a');", '1: It writes to process.stdout or process.stderr itself'],
  ['a worker', "const { Worker } = require('node:worker_threads');\nnew Worker('./w.js');", '2: It starts a worker.'],
  ['cluster', "require('node:cluster').fork();", '1: It uses cluster.'],
  ['another process', "require('child_process').exec('ls');", '1: It starts another process'],
  ['a file beside it', "const lib = require('./lib.cjs');", '1: It imports a file or a package'],
  ['a subclass by another way to Promise', 'class Slow extends globalThis.Promise {}', '1: It extends Promise'],
  ['a worker of a module', "const wt = require('worker_threads');\nnew wt.Worker('./w.js');", '2: It starts a worker.'],
  ['another process by a back door', "process.getBuiltinModule('child_process').exec('ls');", '1: It starts another process'],
  ['standard input', "process.stdin.on('data', console.log);", '1: It reads standard input, which is empty'],
  ['broken code', 'const a = 1;\nconst = 1;', '2: As a script it is no JavaScript: Unexpected token.'],
  ['too many lines', '\n'.repeat(30), '1: It has 31 lines'],
])('%s is refused with its line and a way out', (_, code, message) => {
  expect(refusal(code)).toContain(message);
});

test('imports of an ES module are looked at too', () => {
  expect(refusal("import limit from 'p-limit';", 'a.mjs')).toContain('1: It imports a file or a package');
  expect(refusal("import { EventEmitter } from 'node:events';\nconst x = await import('node:fs');", 'a.mjs')).toBe('accepted');
});

test('a shell program is refused', () => {
  expect(refusal('node a.cjs', 'terminal', { kind: 'shell' })).toContain('It is a shell program.');
});

test('types that Node does not strip are refused', () => {
  expect(refusal('const a: number = 1;', 'a.ts')).toBe('accepted');
  expect(refusal('enum A { B }', 'a.ts')).toContain('1: Its types cannot be stripped');
});

test('a message port is no worker, and writing to another stream is no output', () => {
  expect(refusal("const { MessageChannel } = require('node:worker_threads');\nresponse.write('a');")).toBe('accepted');
});
