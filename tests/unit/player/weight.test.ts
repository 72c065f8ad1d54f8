import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { playerScript } from '../../../src/player/standalone.ts';

test('the player with predict mode is at most 6 KB of script', () => {
  expect(gzipSync(playerScript()).length).toBeLessThan(6_000);
});
