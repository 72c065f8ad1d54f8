import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { LEDGER_FILE } from '../src/fences/ledger.ts';
import { extendCache, readCache, toolPrint } from './cache.ts';
import { probeFence } from './network.ts';
import { provideNodes } from './nodes.ts';
import { HELP, parseOptions, UsageError, type Options } from './options.ts';
import { findPages, selectPages } from './pages.ts';
import { Progress } from './progress.ts';
import { recordRuns } from './record.ts';
import { abandonRuns, LIMITS } from './run.ts';
import { sweepSandboxes } from './sandbox.ts';
import { verifyPages } from './verify.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const terminal = { write: (text: string) => void process.stdout.write(text), isTTY: process.stdout.isTTY ?? false, columns: process.stdout.columns ?? 80 };

async function main(options: Options): Promise<number> {
  const start = performance.now();
  const cwd = process.cwd();
  const content = options.content ? path.resolve(cwd, options.content) : path.join(ROOT, 'src/content/docs');
  const bank = findPages(content);
  const pages = selectPages(bank, options.only, cwd);
  const progress = new Progress(terminal);
  sweepSandboxes();
  const nodes = await provideNodes(options.lines, path.join(ROOT, 'node_modules/.cache/node-lines'), (text) => progress.say(text));
  const fence = probeFence();
  if (!fence) progress.say('The network is not fenced off here (that needs Linux namespaces): programs could reach beyond loopback.');
  const cache = path.join(ROOT, 'node_modules/.cache/verify.json');
  const tool = toolPrint(ROOT);
  const { passing, good, passed, counts } = await verifyPages({
    pages, nodes, cwd, progress,
    around: { fence, modules: path.join(ROOT, 'node_modules'), limits: LIMITS },
    jobs: options.jobs ?? Math.min(4, availableParallelism()),
    update: options.update,
    passed: options.all ? {} : readCache(cache, tool),
    read: (file) => readFileSync(file, 'utf8'),
  });
  await extendCache(cache, tool, passed);
  if (!options.narrowed && !options.content) {
    const full = options.only.length === 0;
    await recordRuns(path.join(ROOT, LEDGER_FILE), { pages: good, passing: passing.filter((p) => good.includes(p.slug)), bank: full ? bank.map((p) => p.slug) : null, recount: options.update });
  } else {
    progress.say(`The ledger is not written, because ${options.content ? '--content' : '--node'} was given.`);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  progress.say(`${counts.programs} programs on ${pages.length} pages, Node ${nodes.map((n) => n.line).join(', ')}: ${counts.ran} run (${counts.runs} runs), ${counts.programs - counts.ran} unchanged${counts.updated > 0 ? `, ${counts.updated} pages updated` : ''}${counts.warnings > 0 ? `, ${counts.warnings} warnings` : ''}, ${counts.wrong === 0 ? 'all as the pages say' : `${counts.wrong} NOT as the page says`}. ${seconds} s`);
  return counts.wrong === 0 ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    abandonRuns();
    terminal.write('\nInterrupted. Pages finished before are kept; nothing is half written.\n');
    process.exit(130);
  });
}

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) terminal.write(HELP);
  else process.exitCode = await main(options);
} catch (error) {
  abandonRuns();
  process.stderr.write(`${error instanceof UsageError || !(error instanceof Error) ? String((error as Error).message ?? error) : error.message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
