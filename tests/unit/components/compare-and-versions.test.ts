import { expect, test } from 'vitest';
import Compare from '../../../src/components/Compare.astro';
import Side from '../../../src/components/Side.astro';
import Versions from '../../../src/components/Versions.astro';
import { render } from './render.ts';

test('the sides of a comparison stand in it in their order', async () => {
  const sides = [await render(Side, { label: 'Blocks', verdict: 'bad' }), await render(Side, { label: 'Waits', verdict: 'good' })];
  const { texts } = await render(Compare, {}, sides.map((side) => side.html).join(''));
  expect(texts('.compare > .side > .side-label')).toEqual(['✕Worse: Blocks', '✓Better: Waits']);
});

test('the verdict on a side is read out as a word; the mark is for the eye only', async () => {
  const { texts, one } = await render(Side, { label: 'Blocks', verdict: 'bad' });
  expect(texts('.sr-only')).toEqual(['Worse:']);
  expect(one('.mark').properties['ariaHidden']).toBe('true');
});

test('a side without a verdict has neither mark nor word', async () => {
  const { has, texts } = await render(Side, { label: 'On Linux' }, '<pre>code</pre>');
  expect(has('.mark, .sr-only')).toBe(false);
  expect(texts('.side-label')).toEqual(['On Linux']);
  expect(texts('pre')).toEqual(['code']);
});

test('versions keep the program and its outputs', async () => {
  expect((await render(Versions, {}, '<pre>program</pre><pre>output</pre>')).texts('.versions > pre')).toEqual(['program', 'output']);
});
