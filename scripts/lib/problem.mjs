// @ts-check

/** Something the person at the keyboard can repair: one sentence, no stack. */
export class Problem extends Error {}

/**
 * Runs a script's main function; a Problem becomes its sentence and exit code 1.
 *
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
