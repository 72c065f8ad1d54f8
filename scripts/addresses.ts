/**
 * `npm run addresses`: is every address that was ever published on the built site, and every address of the site in the committed list?
 * `-- --update` appends the new ones to it. The build itself stops when one is gone; this also sees that none is forgotten.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ADDRESSES_FILE, append, compare, readAddresses, writeAddresses } from '../src/share/address-list.ts';
import { readSite } from '../src/share/built-site.ts';
import { tellGone } from '../src/share/gone.ts';
import { basePath, ROOT } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';

/** So many new addresses are named; the rest is counted. */
const NAMED = 10;

await runMain(async () => {
  const { values } = parseArgs({ options: { update: { type: 'boolean' } } });
  const dist = join(ROOT, 'dist');
  if (!existsSync(join(dist, 'index.html'))) throw new Problem('There is no built site in dist/: run "npm run build" first.');
  const site = await readSite(dist, basePath());
  const published = readAddresses(ROOT);
  const { gone, fresh } = compare(published, site);
  if (values.update && fresh.length > 0) writeAddresses(ROOT, append(published, site));
  if (gone.length > 0) throw new Problem(tellGone({ gone, fresh }));
  const known = values.update ? append(published, site) : published;
  const anchors = Object.values(known).reduce((sum, ids) => sum + ids.length, 0);
  console.log(`${ADDRESSES_FILE}: ${Object.keys(known).length} pages and ${anchors} places on them, all there.`);
  if (fresh.length === 0) return 0;
  console.log([`${values.update ? 'Noted' : 'New'}:`, ...fresh.slice(0, NAMED).map((one) => `  ${one}`)].join('\n'));
  if (fresh.length > NAMED) console.log(`  and ${fresh.length - NAMED} more`);
  if (values.update) return 0;
  throw new Problem('Look whether they may stay so for ever, then note them: npm run addresses -- --update');
});
