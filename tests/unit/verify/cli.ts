// A verify process of its own for the interrupt tests: `node cli.ts <root> [arguments]`.
import path from 'node:path';
import { ALL_LINES, NODE_LINES } from '../../../src/fences/lines.ts';
import { verify } from '../../../verify/command.ts';
import { guard } from '../../../verify/guard.ts';
import { LIMITS } from '../../../verify/run.ts';

const [root = '', ...argv] = process.argv.slice(2);

await guard(() =>
  verify(argv, {
    content: path.join(root, 'docs'),
    ledger: path.join(root, 'ledger.json'),
    cache: path.join(root, '.cache/verify.json'),
    tool: 'test',
    modules: path.join(root, 'node_modules'),
    cwd: root,
    limits: LIMITS,
    nodes: async () => ALL_LINES.map((line) => ({ line, version: NODE_LINES[line], bin: process.execPath })),
    terminal: { write: (text) => void process.stdout.write(text), isTTY: false, columns: 80 },
  }),
);
