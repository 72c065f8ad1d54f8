import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NODE_LINES } from '../../../src/fences/lines.ts';

const pinned = (JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: { node: string } }).devDependencies.node;

test('the Node that builds the site is one of the releases that programs run on', () => {
  expect(Object.values(NODE_LINES)).toContain(pinned);
});

test('.nvmrc names the line of the Node that builds the site', () => {
  expect(pinned.startsWith(readFileSync('.nvmrc', 'utf8').trim().replace(/^v/, ''))).toBe(true);
});
