/**
 * `npm run verify:deploy -- https://host/base/`: whether a host serves the bytes that were built. Readers' browsers compare them too, and do
 * not save a site of which one file differs.
 */
import { compareDeploy, servedEdition } from './lib/compare-deploy.ts';
import { Problem, runMain } from './lib/problem.mjs';

/** Differences shown; the rest are counted. */
const SHOWN = 20;

await runMain(async () => {
  const [address] = process.argv.slice(2);
  if (!address || !URL.canParse(address)) throw new Problem('Name the address of the site: npm run verify:deploy -- https://example.org/bank/');
  const site = new URL(address.replace(/\/?$/, '/'));
  const edition = await servedEdition(site);
  const found = await compareDeploy(site, edition);
  const files = edition.files.length + Object.keys(edition.redirects).length;
  if (found.length === 0) {
    console.log(`✓ ${site} serves edition ${edition.version}: ${files} files, each as it was built.`);
    return 0;
  }
  for (const { address, what } of found.slice(0, SHOWN)) console.error(`  /${address}: ${what}`);
  if (found.length > SHOWN) console.error(`  … and ${found.length - SHOWN} more`);
  console.error(
    `✗ ${found.length} of ${files} files of edition ${edition.version} are not as they were built: nobody can save the site.\n` +
      '  → If the deploy has ended, turn off what changes files on the host (minifying, injected scripts, hidden e-mail addresses), or deploy again.',
  );
  return 1;
});
