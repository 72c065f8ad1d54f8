import { expect, test } from 'vitest';
import { standalonePage } from '../../../src/player/standalone.ts';
import { ONE_OF_EACH } from '../traces/recordings.ts';

const CODE = "setTimeout(() => console.log('timer'), 0); // </script>\n";
const page = standalonePage('a.cjs', CODE, { hash: '', lines: { 24: [ONE_OF_EACH] } });

test('the page asks for nothing: style, script and recording are inside', () => {
  expect(page).not.toMatch(/<link|<script[^>]* src=|@import|url\(/);
  expect(page).toContain('customElements.define("loop-player"');
  expect(page).toContain('<details class="tp-steps"');
});

test('nothing of a program can end the elements it stands in', () => {
  expect(page.match(/<\/script>/g)).toHaveLength(3);
});

test('it is small enough to mail', () => {
  expect(page.length).toBeLessThan(60_000);
});
