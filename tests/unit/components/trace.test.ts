import { readFileSync } from 'node:fs';
import { toText } from '@astrojs/starlight/expressive-code/hast';
import { expect, test } from 'vitest';
import Trace from '../../../src/components/Trace.astro';
import { render } from './render.ts';

const slug = 'event-loop/predict-the-order';
const filePath = `src/content/docs/${slug}.mdx`;
const page = (body = readFileSync(filePath, 'utf8')) => ({ id: slug, entry: { body, filePath } });
const trace = (of: string, route = page()) => render(Trace, { of }, '', route);

test('without a script there is the code with numbered lines, and every step in words', async () => {
  const { one, all, texts } = await trace('one-of-each.cjs');
  const lines = all('.tp-code .ln');
  expect(lines.map((line) => line.properties['dataL'])).toEqual(lines.map((_, i) => String(i + 1)));
  expect(toText(lines[0]!)).toBe("console.log('A');");
  const steps = texts('details ol > li');
  expect(steps[0]).toMatch(/^Node runs the script from top to bottom/);
  expect(steps.at(-1)).toMatch(/exit code 0\.$/);
  expect(texts('details > summary')[0]).toBe(`All ${steps.length} steps in words`);
  expect(toText(one('.tp-evidence'))).toMatch(/^Recorded from a real run on Node .*CommonJS; all \d+ plain runs print this\.$/);
});

test('the element has the id that the gallery links to, and links back', async () => {
  const { one } = await trace('one-of-each.cjs');
  expect(one('loop-player').properties['id']).toBe('trace-one-of-each-cjs');
  expect(one('.tp-more a').properties['href']).toBe('/watch-node-run/');
});

test('the search indexes the sentences with little weight, and nothing of the player', async () => {
  const { one, all } = await trace('one-of-each.cjs');
  expect(Number(one('details').properties['dataPagefindWeight'])).toBeLessThan(1);
  for (const selector of ['.tp-head', '.tp-code', '.tp-loop', '.tp-stack', '.tp-console', '.tp-queues', '.tp-bar', 'summary', '.tp-more']) {
    for (const part of all(selector)) expect(part.properties['dataPagefindIgnore'], selector).toBe('');
  }
});

test('Node lines that differ are a switch, with a sentence on what differs and a list for each', async () => {
  const { texts, all } = await trace('inside-io.cjs');
  expect(texts('.tp-switch legend')).toEqual(['Node']);
  expect(texts('.tp-switch label')).toEqual(['22 · 24', '26']);
  expect(texts('.tp-differ')[0]).toMatch(/Node 26 .*one trip .*four trips/);
  expect(all('details')).toHaveLength(2);
});

test('a program without a switch has none', async () => {
  expect((await trace('one-of-each.cjs')).has('.tp-switch')).toBe(false);
});

test('there is room for every line and every caption before anything plays', async () => {
  const { texts, one } = await trace('one-of-each.cjs');
  expect(texts('.tp-console li.later')).toEqual(['A', 'C', 'D', 'G', 'F', 'E', 'B']);
  const longest = String(one('.tp-say').properties['dataLongest']);
  for (const text of texts('details ol > li')) expect(text.length).toBeLessThanOrEqual(longest.length);
});

test('a name that is no program of the page stops the build, with the page and the names there are', async () => {
  await expect(trace('other.cjs')).rejects.toThrow(`${filePath}: <Trace of="other.cjs"> names no program of this page (there are: one-of-each.cjs, `);
});

test('a program that changed since it was recorded stops the build, with the way to repair it', async () => {
  const changed = readFileSync(filePath, 'utf8').replaceAll("console.log('A')", "console.log( 'A')");
  await expect(trace('one-of-each.cjs', page(changed))).rejects.toThrow(/recorded from another text.*npm run trace -- --only event-loop\/predict-the-order/);
});

test('a program that was never recorded stops the build, with the way to record it', async () => {
  const other = { ...page(), id: 'event-loop/elsewhere' };
  await expect(trace('one-of-each.cjs', other)).rejects.toThrow('traces/event-loop/elsewhere/one-of-each.cjs.json is missing. Record it: npm run trace');
});
