// npm run verify: runs the programs of the pages and compares what they print. See --help.
import path from 'node:path';
import { CONTENT } from '../src/bank/files.ts';
import { LEDGER_FILE } from '../src/fences/ledger.ts';
import { toolPrint } from './cache.ts';
import { verify } from './command.ts';
import { guard } from './guard.ts';
import { provideNodes } from './nodes.ts';
import { LIMITS } from './run.ts';

const root = path.resolve(import.meta.dirname, '..');

await guard(() =>
  verify(process.argv.slice(2), {
    content: path.join(root, CONTENT),
    ledger: path.join(root, LEDGER_FILE),
    cache: path.join(root, 'node_modules/.cache/verify.json'),
    tool: toolPrint(root),
    modules: path.join(root, 'node_modules'),
    cwd: process.cwd(),
    nodes: (lines, say) => provideNodes(lines, path.join(root, 'node_modules/.cache/node-lines'), say),
    limits: LIMITS,
    terminal: { write: (text) => void process.stdout.write(text), isTTY: process.stdout.isTTY ?? false, columns: process.stdout.columns ?? 80 },
  }),
);
