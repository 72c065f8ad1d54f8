import { gzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';

test('the player with predict mode is at most 6 KB of script', () => {
  const [script] = buildSync({
    entryPoints: ['src/player/loop-player.client.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  }).outputFiles;
  expect(gzipSync(script!.contents).length).toBeLessThan(6_000);
});
