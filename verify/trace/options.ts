import { parseArgs } from 'node:util';
import { ALL_LINES } from '../../src/fences/lines.ts';
import { UsageError } from '../options.ts';

/** What the reader of `npm run trace -- --help` sees. */
export const HELP = `npm run trace -- [options]
npm run trace -- my.cjs [-o my.html]

Records the programs that pages show with <Trace of="…" /> on Node ${ALL_LINES.join(', ')}, into traces/.
With a program of your own: writes one HTML file that plays how each of them ran it.

  --only <page>   only this file, folder or slug (repeatable)
  --all           also record what has not changed
  --check         record nothing; say which trace is missing or belongs to another text, and whether the order still holds
  --jobs <n>      how many programs run at once
  -o, --out <file>  where the HTML goes; by default beside the program
  --help          this text

Example: npm run trace -- --only event-loop/phases
`;

/** What the command line of `npm run trace` asks for. */
export interface Options {
  only: string[];
  all: boolean;
  check: boolean;
  help: boolean;
  jobs: number | null;
  /** A program of one's own. */
  program: string | null;
  out: string | null;
}

/**
 * Reads the command line.
 *
 * @throws UsageError with one sentence
 */
export function parseOptions(argv: string[]): Options {
  const { values, positionals } = read(argv);
  const [program = null, second] = positionals;
  const jobs = values.jobs === undefined ? null : Number(values.jobs);
  if (jobs !== null && !(Number.isInteger(jobs) && jobs >= 1 && jobs <= 64))
    throw new UsageError(`--jobs needs a whole number from 1 to 64, not "${values.jobs}".`);
  if (second !== undefined) throw new UsageError(`One program at a time: "${second}" is a second one.`);
  if (program && (values.only || values.all || values.check)) throw new UsageError('--only, --all and --check are about pages, so they go with no program.');
  if (!program && values.out) throw new UsageError('--out is for a program of your own: npm run trace -- my.cjs -o my.html');
  if (values.check && values.all) throw new UsageError('--check records nothing, so it does not go with --all.');
  return {
    only: values.only ?? [],
    all: values.all ?? false,
    check: values.check ?? false,
    help: values.help ?? false,
    jobs,
    program,
    out: values.out ?? null,
  };
}

function read(argv: string[]) {
  const flag = { type: 'boolean' } as const;
  const options = {
    only: { type: 'string', multiple: true },
    jobs: { type: 'string' },
    out: { type: 'string', short: 'o' },
    all: flag,
    check: flag,
    help: flag,
  } as const;
  try {
    return parseArgs({ args: argv, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(/(?<=['>])\.? (?=[A-Z])|\n/)[0]!.replace(/\.$/, '')}. See: npm run trace -- --help`);
  }
}
