import { UsageError } from './options.ts';
import { abandonRuns } from './run.ts';

/**
 * Runs a command as the whole process: sets the exit code, and whatever ends it (an interrupt, an error) first ends every
 * program that still runs and removes its folder.
 */
export async function guard(command: () => Promise<number>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      abandonRuns();
      process.stderr.write('\nInterrupted. Pages that were finished stay as they are now; nothing is half written.\n');
      process.exit(130);
    });
  }
  try {
    process.exitCode = await command();
  } catch (error) {
    abandonRuns();
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof UsageError ? 2 : 1);
  }
}
