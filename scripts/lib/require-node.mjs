// @ts-check
// Imported first by every script that a fresh machine runs, so that an old Node ends in one sentence and not in a syntax error.

/** The oldest Node that can install the project; everything else is done by the project's own. */
const OLDEST = 20;

if (Number(process.versions.node.split('.')[0]) < OLDEST) {
  console.error(`Node ${process.versions.node} is too old: install Node ${OLDEST} or newer from https://nodejs.org, then run this again.`);
  process.exit(1);
}
