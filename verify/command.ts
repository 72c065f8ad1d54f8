import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { NodeLine } from '../src/fences/lines.ts';
import { extendCache, readCache } from './cache.ts';
import { check } from './check.ts';
import { probeOwnNetwork } from './network.ts';
import type { NodeBinary } from './nodes.ts';
import { HELP, parseOptions, type Options } from './options.ts';
import { findPages, selectPages, type PageFile } from './pages.ts';
import { Progress, type Terminal } from './progress.ts';
import { recordRuns } from './record.ts';
import type { Limits } from './run.ts';
import { sweepSandboxes } from './sandbox.ts';
import { closeServices } from './services/services.ts';
import { verifyPages, type Outcome } from './verify.ts';

/** Where everything is, and what may be used. */
export interface House {
  content: string;
  ledger: string;
  cache: string;
  /** Changes when a result must not be trusted any more although no page changed. */
  tool: string;
  /** The `node_modules` that programs import from. */
  modules: string;
  cwd: string;
  nodes: (lines: readonly NodeLine[], say: (text: string) => void) => Promise<NodeBinary[]>;
  limits: Limits;
  terminal: Terminal;
}

/**
 * The whole of `npm run verify`, without the process around it.
 *
 * @returns the exit code: 0 all is as the pages say, 1 something is not
 * @throws UsageError for a wrong command line
 */
export async function verify(argv: string[], house: House): Promise<number> {
  const options = parseOptions(argv);
  if (options.help) {
    house.terminal.write(HELP);
    return 0;
  }
  const bank = findPages(options.content ? path.resolve(house.cwd, options.content) : house.content);
  const pages = selectPages(bank, options.only, house.cwd);
  const progress = new Progress(house.terminal);
  const say = (text: string) => progress.say(text);
  if (options.check) return check(pages, options.only.length > 0, house.ledger, house.cwd, say);
  return run(options, bank, pages, progress, house);
}

async function run(options: Options, bank: PageFile[], pages: PageFile[], progress: Progress, house: House): Promise<number> {
  const start = performance.now();
  sweepSandboxes();
  const nodes = await house.nodes(options.lines, (text) => progress.say(text));
  const bounds = probeOwnNetwork();
  if (!bounds) progress.say('The network is not fenced off on this machine (that takes Linux namespaces): programs could reach beyond loopback.');
  const outcome = await verifyPages({
    pages,
    nodes,
    progress,
    cwd: house.cwd,
    around: { bounds, modules: house.modules, limits: house.limits },
    jobs: options.jobs ?? Math.min(4, availableParallelism()),
    update: options.update,
    passed: readCache(house.cache, house.tool),
    again: options.all,
    remember: (passed) => extendCache(house.cache, house.tool, passed),
  }).finally(() => closeServices());
  if (options.narrowed || options.content) {
    progress.say(`The ledger is not written, because of ${options.narrowed ? '--node' : '--content'}.`);
  } else {
    const passing = outcome.passing.filter(({ slug }) => outcome.good.includes(slug));
    await recordRuns(house.ledger, `${house.cache}.ledger.lock`, {
      pages: outcome.good,
      passing,
      bank: options.only.length > 0 ? null : bank.map(({ slug }) => slug),
      recount: options.update,
    });
  }
  progress.say(summary(outcome, pages.length, nodes, performance.now() - start));
  return outcome.counts.wrong === 0 ? 0 : 1;
}

function summary({ counts }: Outcome, pages: number, nodes: NodeBinary[], ms: number): string {
  const rest = counts.programs - counts.ran - counts.blocked;
  const parts = [
    `${many(counts.programs, 'program')} on ${many(pages, 'page')}, Node ${nodes.map(({ line }) => line).join(', ')}`,
    `${counts.ran} run (${many(counts.runs, 'run')}), ${rest} unchanged`,
    counts.updated > 0 ? `${many(counts.updated, 'page')} updated` : '',
    counts.warnings > 0 ? many(counts.warnings, 'warning') : '',
    counts.wrong === 0 ? 'all as the pages say' : `${counts.wrong} not as the pages say`,
    `${(ms / 1000).toFixed(1)} s`,
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}

/** `1 page`, `2 pages` */
function many(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
