import { toHtml } from '@astrojs/starlight/expressive-code/hast';
import { expect, test } from 'vitest';
import Predict from '../../../src/components/Predict.astro';
import { OPTIONS, OUTPUT, PROGRAM } from './predict-page.ts';
import { render } from './render.ts';

const question = 'In which order are the letters printed?';
const predict = () => render(Predict, { question }, PROGRAM + OUTPUT + OPTIONS);

test('the options are one radio group, named by the question', async () => {
  const { all, texts } = await predict();
  const radios = all('fieldset input[type=radio]');
  expect(radios).toHaveLength(3);
  expect(new Set(radios.map((radio) => radio.properties['name'])).size).toBe(1);
  expect(texts('fieldset > legend')).toEqual([question]);
});

test('each option is the label of its radio', async () => {
  expect((await predict()).texts('label .option-text')).toEqual(['a, b', 'b, a', 'It is a race']);
});

test('two predictions of one page are two groups', async () => {
  const name = async (text: string) => (await render(Predict, { question: text }, PROGRAM + OUTPUT + OPTIONS)).one('input').properties['name'];
  expect(await name('1. What is printed?')).not.toBe(await name('2. What is printed?'));
});

test('the verdict is announced in a status region that is empty at first', async () => {
  const { all, texts } = await predict();
  expect(all('[role=status]')).toHaveLength(1);
  expect(texts('[role=status]')).toEqual(['']);
});

test('the program stands above the options, the output below them in a closed disclosure', async () => {
  const { html, one, texts } = await predict();
  expect(one('details').properties['open']).toBeUndefined();
  expect(texts('details > summary')).toEqual(['What it prints, and why']);
  expect(toHtml(one('details'))).toContain('printed');
  expect(html.indexOf('<pre>code</pre>')).toBeLessThan(html.indexOf('<form'));
});

test('the disclosure has every option with its verdict and its reason', async () => {
  const { texts, all } = await predict();
  expect(texts('.reasons li').map((text) => text.replace(/\s+/g, ' '))).toEqual([
    'Wrong: a, b Not in this order.',
    'Right: b, a The queue of b is first.',
    'Wrong: It is a race No timer here.',
  ]);
  expect(all('.reasons li.correct')).toHaveLength(1);
});

test('a mistake of the author stops the build and names the question', async () => {
  await expect(render(Predict, { question }, PROGRAM + OPTIONS)).rejects.toThrow(`“${question}”): <Predict> needs a`);
});
