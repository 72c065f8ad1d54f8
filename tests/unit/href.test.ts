import { expect, test } from 'vitest';
import { href } from '../../src/href.ts';

test('addresses of pages end in a slash, those of files do not', () => {
  expect(href('event-loop/phases')).toBe('/event-loop/phases/');
  expect(href('')).toBe('/');
  expect(href('icon.svg')).toBe('/icon.svg');
});
