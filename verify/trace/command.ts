import { ALL_LINES, type NodeLine } from '../../src/fences/lines.ts';
import { probeOwnNetwork } from '../network.ts';
import type { NodeBinary } from '../nodes.ts';
import { Progress, type Terminal } from '../progress.ts';
import type { Limits } from '../run.ts';
import { sweepSandboxes } from '../sandbox.ts';
import { traceBank } from './bank.ts';
import type { Counts } from './line.ts';
import { HELP, parseOptions } from './options.ts';

/** Where everything is, and what may be used. */
export interface House {
  /** Where `traces/` is. */
  root: string;
  content: string;
  ledger: string;
  modules: string;
  cwd: string;
  nodes: (lines: readonly NodeLine[], say: (text: string) => void) => Promise<NodeBinary[]>;
  limits: Limits;
  counts: Counts;
  terminal: Terminal;
}

/**
 * The whole of `npm run trace`, without the process around it.
 *
 * @returns the exit code: 0 all is well, 1 something is not
 * @throws UsageError for a wrong command line
 */
export async function trace(argv: string[], house: House): Promise<number> {
  const options = parseOptions(argv);
  if (options.help) {
    house.terminal.write(HELP);
    return 0;
  }
  sweepSandboxes();
  const progress = new Progress(house.terminal);
  const say = (text: string) => progress.say(text);
  const nodes = await house.nodes(ALL_LINES, say);
  const around = { bounds: probeOwnNetwork(), modules: house.modules, limits: house.limits };
  if (!options.program) return traceBank(options, house, nodes, around, progress);
  // Only here the player is needed, with what bundles it.
  const { traceOwn } = await import('./own.ts');
  return traceOwn(options.program, options.out, { cwd: house.cwd, nodes, around, counts: house.counts, say });
}
