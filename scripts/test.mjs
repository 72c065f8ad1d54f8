// @ts-check
// `npm test`: installs what is missing, then runs every check and test, and stops at the first that fails. Runs on any Node from
// 20 on, before anything is installed. `npm test -- rules unit` runs only those steps, `npm test -- --skip browser` all but that.
import './lib/require-node.mjs';
import { installPackages } from './lib/install.mjs';
import { OWN_NODE } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { provideBrowser } from './lib/provide-browser.mjs';
import { seconds, table } from './lib/report.mjs';
import { run } from './lib/run.mjs';
import { selectSteps } from './lib/selection.mjs';
import { missingFor } from './lib/steps.mjs';

await runMain(async () => {
  const steps = selectSteps(process.argv.slice(2));
  await installPackages();
  // Asked for at the start: nobody should wait three minutes to hear that there is no browser.
  const browser = steps.some((step) => step.browser) ? await provideBrowser() : undefined;

  /** @type {import('./lib/report.mjs').Result[]} */
  const results = steps.map(({ name }) => ({ name, verdict: 'not run' }));
  let problem = '';
  for (const [at, step] of steps.entries()) {
    console.log(`\n[${at + 1}/${steps.length}] ${step.name}: ${step.about}`);
    const missing = missingFor(step);
    if (missing) {
      results[at] = { name: step.name, verdict: 'FAILED' };
      problem = `The step "${step.name}" would prove nothing, because ${missing}.`;
      break;
    }
    const { code, ms, peak, output } = await run(OWN_NODE, step.args, { quiet: step.quiet, env: browser ? { CHROME_PATH: browser } : {} });
    results[at] = { name: step.name, ms, peak, verdict: code === 0 ? 'passed' : 'FAILED' };
    if (code !== 0) {
      if (output) console.log(output.trimEnd());
      problem = code === 130 ? `Interrupted in the step "${step.name}".` : `The step "${step.name}" failed: ${step.repair}.`;
      break;
    }
    console.log(`[${at + 1}/${steps.length}] ${step.name} passed in ${seconds(ms)}`);
  }
  console.log(`\n${table(results)}`);
  if (problem) throw new Problem(problem);
  return 0;
});
