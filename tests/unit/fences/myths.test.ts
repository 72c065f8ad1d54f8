import { expect, test } from 'vitest';
import { claimsOf, mythId } from '../../../src/fences/myths.ts';

test('finds the claims of a page in their order, but not those in its programs', () => {
  const page =
    '---\ntitle: T\n---\n\n<Myth claim="Second to none">\n  No.\n</Myth>\n\n```mdx\n<Myth claim="shown">\n```\n\n<Myth claim="Third">\n  No.\n</Myth>\n';
  expect(claimsOf(page)).toEqual(['Second to none', 'Third']);
});

test('the id of a myth is made of its first six words', () => {
  expect(mythId('`nextTick` callbacks always run before promise callbacks')).toBe('myth-nexttick-callbacks-always-run-before-promise');
});
