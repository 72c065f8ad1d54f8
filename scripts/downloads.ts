/**
 * `npm run downloads`: makes the files that open without a server from the built site in `dist`, as the build does. `npm run downloads
 * -- site.zip` makes only those named, `--dist <folder>` reads and writes another folder.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem, runMain } from './lib/problem.mjs';
import { formatSize } from '../src/exports/size.ts';
import { DOWNLOADS, writeDownloads } from '../src/downloads/downloads.ts';

await runMain(async () => {
  const { values, positionals } = parseArgs({ options: { dist: { type: 'string', default: 'dist' } }, allowPositionals: true });
  const unknown = positionals.find((name) => !DOWNLOADS.includes(name));
  if (unknown !== undefined) throw new Problem(`There is no download "${unknown}". There are: ${DOWNLOADS.join(', ')}.`);
  const dist = resolve(values.dist);
  if (!existsSync(join(dist, 'index.html'))) throw new Problem(`There is no built site in ${dist}: run "npm run build" first.`);
  for await (const { name, bytes, ms } of writeDownloads(dist, positionals.length > 0 ? positionals : DOWNLOADS)) {
    console.log(`${name.padEnd(14)} ${formatSize(bytes).padStart(8)}  in ${(ms / 1000).toFixed(1)} s`);
  }
  return 0;
});
