import { parseArgs } from 'node:util';
import { ALL_LINES, NODE_LINES, type NodeLine } from '../src/fences/lines.ts';

/** What the reader of `npm run verify -- --help` sees. */
export const HELP = `npm run verify -- [options]

Runs every program of the pages on Node ${ALL_LINES.join(', ')} and compares what it prints with the page.

  --only <page>   only this file, folder or slug (repeatable)
  --update        write what was printed into the pages
  --node <line>   only this Node line (repeatable); the ledger is then not written
  --all           also run what passed before and has not changed
  --jobs <n>      how many programs run at once
  --check         run nothing; say which fences changed without a run
  --content <dir> pages from another folder; the ledger is then not written
  --help          this text

Example: npm run verify -- --only event-loop/phases --update
`;

/** What the command line of `npm run verify` asks for. */
export interface Options {
  only: string[];
  lines: NodeLine[];
  /** Whether `--node` narrowed the lines. */
  narrowed: boolean;
  update: boolean;
  all: boolean;
  check: boolean;
  help: boolean;
  jobs: number | null;
  content: string | null;
}

/** A wrong command line: one sentence, exit code 2. */
export class UsageError extends Error {}

/**
 * Reads the command line.
 *
 * @throws UsageError with one sentence
 */
export function parseOptions(argv: string[]): Options {
  const values = read(argv);
  const lines = (values.node ?? []).map((text) => {
    if (Object.hasOwn(NODE_LINES, text)) return Number(text) as NodeLine;
    throw new UsageError(`--node knows ${ALL_LINES.join(', ')}, not "${text}".`);
  });
  const jobs = values.jobs === undefined ? null : Number(values.jobs);
  if (jobs !== null && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= 64))
    throw new UsageError(`--jobs needs a whole number from 1 to 64, not "${values.jobs}".`);
  if (values.check && (values.update || values.node)) throw new UsageError('--check runs nothing, so it goes with neither --update nor --node.');
  return {
    only: values.only ?? [],
    lines: lines.length > 0 ? ALL_LINES.filter((line) => lines.includes(line)) : ALL_LINES,
    narrowed: lines.length > 0 && ALL_LINES.some((line) => !lines.includes(line)),
    update: values.update ?? false,
    all: values.all ?? false,
    check: values.check ?? false,
    help: values.help ?? false,
    jobs,
    content: values.content ?? null,
  };
}

function read(argv: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const list = { type: 'string', multiple: true } as const;
  const parse = () =>
    parseArgs({
      args: argv,
      allowPositionals: true,
      options: { only: list, node: list, jobs: text, content: text, update: flag, all: flag, check: flag, help: flag },
    });
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    // The first sentence says what is wrong; the others are about positional arguments, of which there are none.
    throw new UsageError(`${(error as Error).message.split(/(?<=['>])\.? (?=[A-Z])|\n/)[0]!.replace(/\.$/, '')}. See: npm run verify -- --help`);
  }
  const [stray] = parsed.positionals;
  if (stray !== undefined) throw new UsageError(`"${stray}" is no option. For one page write: npm run verify -- --only ${stray}`);
  return parsed.values;
}
