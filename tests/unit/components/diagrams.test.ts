import { describe, expect, test } from 'vitest';
import Flow from '../../../src/components/Flow.astro';
import Lanes from '../../../src/components/Lanes.astro';
import LoopMap from '../../../src/components/LoopMap.astro';
import Sequence from '../../../src/components/Sequence.astro';
import { render } from './render.ts';

const words = { title: 'Who asks whom', description: 'Your code asks Node. Node answers.' };
const drawings: [name: string, word: unknown, props: Record<string, unknown>][] = [
  ['Sequence', Sequence, { ...words, actors: ['Your code', 'Node'], steps: [{ from: 'Your code', to: 'Node', text: 'read' }] }],
  ['Flow', Flow, { ...words, nodes: [{ id: 'a', at: [0, 0], text: 'timers' }], edges: [] }],
  ['Lanes', Lanes, { ...words, end: 10, lanes: [{ name: 'main', bars: [{ from: 0, to: 5 }] }] }],
];

describe.each(drawings)('<%s>', (_, word, props) => {
  test('is an image with a name and a description for those who cannot see it', async () => {
    const { one, texts } = await render(word, props);
    const svg = one('svg');
    expect(svg.properties['role']).toBe('img');
    expect([svg.properties['ariaLabelledBy']].flat().join(' ').split(' ')).toEqual([one('svg > title').properties['id'], one('svg > desc').properties['id']]);
    expect(texts('svg > title')).toEqual([words.title]);
    expect(texts('svg > desc')).toEqual([words.description]);
  });

  test('has a caption, and a frame that the keyboard can scroll', async () => {
    const { texts, one } = await render(word, props);
    expect(texts('figure > figcaption')).toEqual([words.title]);
    expect(String(one('.diagram-scroll').properties['tabIndex'])).toBe('0');
  });

  test.each(['title', 'description'])('without a %s it stops the build', async (name) => {
    await expect(render(word, { ...props, [name]: ' ' })).rejects.toThrow(`has no ${name}. Write ${name}="…"`);
  });
});

test('the map of the loop names its six phases and the two queues', async () => {
  const { texts } = await render(LoopMap);
  expect(texts('svg text')).toEqual(expect.arrayContaining(['timers', 'pending', 'idle, prepare', 'poll', 'check', 'close', 'nextTick queue', 'microtasks']));
});

test('a drawing has its natural width, smaller where it has larger letters from the start, and no style that a policy would have to allow', async () => {
  const [, word, props] = drawings[0]!;
  const [wide, map] = [(await render(word, props)).one('svg').properties, (await render(LoopMap)).one('svg').properties];
  const widthOf = ({ viewBox }: typeof wide): number => Number(String(viewBox).split(' ')[2]);
  expect([wide['width'], wide['fontSize'], wide['style']].map(String)).toEqual([String(widthOf(wide)), 'undefined', 'undefined']);
  expect([map['width'], map['fontSize'], map['style']].map(String)).toEqual([String(Math.round(widthOf(map) / 1.22)), '1.22em', 'undefined']);
});
