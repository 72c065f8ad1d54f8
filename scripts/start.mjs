// @ts-check
// `npm start`: installs what is missing, builds the site, serves it. Runs on any Node from 20 on, before anything is installed.
import './lib/require-node.mjs';
import { installPackages } from './lib/install.mjs';
import { OWN_NODE } from './lib/paths.mjs';
import { demandFree, wantedPort } from './lib/port.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { run } from './lib/run.mjs';

await runMain(async () => {
  const port = wantedPort(process.argv.slice(2), process.env);
  await demandFree(port);
  await installPackages();
  const build = await run(OWN_NODE, ['node_modules/astro/bin/astro.mjs', 'build'], { quiet: 'Building the site' });
  if (build.code === 130) return 130;
  if (build.code !== 0) throw new Problem(`${build.output.trim()}\n\nThe site was not built: repair what is said above, then run npm start again.`);
  console.log(`Built the site in ${(build.ms / 1000).toFixed(1)} s.`);
  const { code } = await run(OWN_NODE, ['scripts/serve.mjs', '--port', String(port)]);
  return code;
});
