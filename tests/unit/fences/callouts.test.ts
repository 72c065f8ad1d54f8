import { expect, test } from 'vitest';
import { calloutId, calloutsOf } from '../../../src/fences/callouts.ts';
import { parseMdx } from '../../../src/fences/codes.ts';
import { claimsOf } from '../../../src/fences/myths.ts';
import type { Node } from '../../../src/fences/tree.ts';

const page = (...blocks: string[]): string => `---\ntitle: T\n---\n\n${blocks.join('\n\n')}\n`;
const ids = (...blocks: string[]): string[] => calloutsOf(parseMdx(page(...blocks)) as Node).map(({ id }) => id);

test('the id of a callout is its kind and the first six words of what it is about', () => {
  expect(calloutId('Myth', '`nextTick` callbacks always run before promise callbacks')).toBe('myth-nexttick-callbacks-always-run-before-promise');
  expect(calloutId('Pitfall', 'Connections outlive the list')).toBe('pitfall-connections-outlive-the-list');
});

test('the id of a callout without such words is its kind', () => {
  expect(ids('<Say>A sentence.</Say>', '<Senior>\n  More.\n</Senior>', '<Pitfall>\n  Mind the gap.\n</Pitfall>')).toEqual(['say', 'senior', 'pitfall']);
});

test('an id that the author wrote wins', () => {
  expect(ids('<Pitfall title="New words for it" id="pitfall-old-words">\n  Text.\n</Pitfall>')).toEqual(['pitfall-old-words']);
});

test('finds the claims of a page in their order, but not those in its programs', () => {
  const source = page(
    '<Myth claim="Second to none">\n  No.\n</Myth>',
    '```mdx\n<Myth claim="shown">\n```',
    '<Myth claim="Third" id="myth-one-of-three">\n  No.\n</Myth>',
  );
  expect(claimsOf(source)).toEqual([
    { claim: 'Second to none', id: 'myth-second-to-none' },
    { claim: 'Third', id: 'myth-one-of-three' },
  ]);
});
