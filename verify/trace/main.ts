// npm run trace: records how Node runs the programs of the pages, step by step. See --help.
import path from 'node:path';
import { CONTENT } from '../../src/bank/files.ts';
import { LEDGER_FILE } from '../../src/fences/ledger.ts';
import { guard } from '../guard.ts';
import { provideNodes } from '../nodes.ts';
import { LIMITS } from '../run.ts';
import { trace } from './command.ts';
import { COUNTS } from './line.ts';

const root = path.resolve(import.meta.dirname, '../..');

await guard(() =>
  trace(process.argv.slice(2), {
    root,
    content: path.join(root, CONTENT),
    ledger: path.join(root, LEDGER_FILE),
    modules: path.join(root, 'node_modules'),
    // npm runs scripts in the project; INIT_CWD is where it was called.
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
    nodes: (lines, say) => provideNodes(lines, path.join(root, 'node_modules/.cache/node-lines'), say),
    limits: LIMITS,
    counts: COUNTS,
    terminal: { write: (text) => void process.stdout.write(text), isTTY: process.stdout.isTTY ?? false, columns: process.stdout.columns ?? 80 },
  }),
);
