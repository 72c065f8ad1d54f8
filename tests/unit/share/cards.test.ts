import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Ledger } from '../../../src/fences/ledger.ts';
import { cardOfEntry } from '../../../src/share/cards/address.ts';
import { CARD_SIZE, cardHash, drawingHash, type Card } from '../../../src/share/cards/card.ts';
import { drawer } from '../../../src/share/cards/draw.ts';
import { FOOT, TITLE } from '../../../src/share/cards/layout.ts';
import { makeCards } from '../../../src/share/cards/make.ts';
import { cardOf, linesByPage } from '../../../src/share/cards/page-card.ts';
import { fields } from '../bank/fields.ts';

const draw = drawer(process.cwd());
const card = (changes: Partial<Card> = {}): Card => ({ title: 'What is ReDoS?', place: 'Security', level: 'senior', ran: 'ran on Node 24', ...changes });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cards-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The brightest channel of a card's pixels between two heights, right of `left`: words are bright, the ground is dark. */
async function brightest(png: Buffer, from: number, to: number, left = 0): Promise<number> {
  // `stats()` looks at the whole picture, whatever was cut before: so the part is made a picture first.
  const part = await sharp(png)
    .removeAlpha()
    .extract({ left, top: from, width: CARD_SIZE.width - left, height: to - from })
    .png()
    .toBuffer();
  const { channels } = await sharp(part).stats();
  return Math.max(...channels.map(({ max }) => max));
}

const LONG = 'What is different between JavaScript in Node.js and in a browser (and in a framework such as Angular)?';

test.each(['What is ReDoS?', 'What is UV_THREADPOOL_SIZE, and when would you change it?', 'Is `a < b && c` <b>bold</b>?', LONG])(
  'a card is a picture of 1200 × 630 pixels and at most 40 KB: %s',
  async (title) => {
    const png = await draw(card({ title }));
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', ...CARD_SIZE });
    expect(png.length).toBeLessThan(40_000);
    expect(await brightest(png, TITLE.top, TITLE.top + 60)).toBeGreaterThan(200);
  },
);

test('a long title wraps and shrinks until it stays above the row below it', async () => {
  const png = await draw(card({ title: LONG }));
  expect(await brightest(png, TITLE.top + TITLE.height + 1, FOOT.top - 2)).toBeLessThan(60);
});

test('no word of a title stands alone on its last line', async () => {
  const png = await draw(card({ title: 'Node.js interview answers that have been run' }));
  // Three lines; a last line of "run" alone would end before 250 pixels.
  expect(await brightest(png, TITLE.top + 200, TITLE.top + TITLE.height, 300)).toBeGreaterThan(200);
});

test('the same card is the same picture', async () => {
  expect(await draw(card())).toEqual(await draw(card()));
});

test('a card looks the same whatever the settings of the machine are, and leaves them as they were', async () => {
  const settings = join(folder, 'fonts.conf');
  const jagged = '<edit name="antialias" mode="assign"><bool>false</bool></edit>';
  await writeFile(settings, `<?xml version="1.0"?><fontconfig><match target="pattern">${jagged}</match></fontconfig>`);
  const script = `import { drawer } from './src/share/cards/draw.ts';
    const png = await drawer(process.cwd())(${JSON.stringify(card())});
    console.log(process.env.FONTCONFIG_FILE, png.toString('base64'));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module-typescript', '-e', script], {
    env: { ...process.env, FONTCONFIG_FILE: settings },
    maxBuffer: 2 ** 20,
  });
  expect(stdout.trim()).toBe(`${settings} ${(await draw(card())).toString('base64')}`);
});

test('a character that the fonts lack is refused, and not taken from whatever font the machine has', async () => {
  await expect(draw(card({ title: 'Что такое Node?' }))).rejects.toThrow(/"Что такое Node\?" has a character that its fonts lack/);
});

test('a second build draws nothing, and a changed title draws one card', async () => {
  const cache = join(folder, 'cache');
  const spy = vi.fn(draw);
  const make = (cards: [string, Card][], out: string) =>
    makeCards({ cards: new Map(cards), out: join(folder, out), cache, draw: spy, drawing: drawingHash(process.cwd()) });
  const both: [string, Card][] = [
    ['cards/a/one.png', card()],
    ['cards/two.png', card({ title: 'Two' })],
  ];
  expect(await make(both, 'first')).toEqual({ drawn: 2, cached: 0 });
  expect(await make(both, 'second')).toEqual({ drawn: 0, cached: 2 });
  expect(spy).toHaveBeenCalledTimes(2);
  expect(await readFile(join(folder, 'second/cards/a/one.png'))).toEqual(await readFile(join(folder, 'first/cards/a/one.png')));
  expect(await make([both[0]!, ['cards/two.png', card({ title: 'Three' })]], 'third')).toEqual({ drawn: 1, cached: 1 });
  expect(await readdir(cache), 'what no page needs is removed').toHaveLength(2);
});

test('another word on a card, or another line of the code that draws, gives it another name', () => {
  const names = [
    cardHash(card(), 'a'),
    cardHash(card({ title: 'Else' }), 'a'),
    cardHash(card({ place: 'Else' }), 'a'),
    cardHash(card({ level: 'mid' }), 'a'),
    cardHash(card({ ran: 'ran on Node 26' }), 'a'),
    cardHash(card(), 'b'),
  ];
  expect(new Set(names).size).toBe(names.length);
});

const ledger: Ledger = {
  about: '',
  programs: {
    a: { page: 'event-loop/phases', title: 'a.cjs', runs: { 22: { version: '22.1.0' }, 24: { version: '24.1.0' } } },
    b: { page: 'async/promisify', also: ['event-loop/phases'], title: 'b.cjs', runs: { 26: { version: '26.1.0' } } },
  },
};

test('a card names the Node lines on which programs of its page ran, and no others', () => {
  const lines = linesByPage(ledger);
  const ran = (id: string): string | undefined => cardOf({ id, data: fields() as { title: string } }, lines.get(id)).ran;
  expect(ran('event-loop/phases')).toBe('ran on Node 22 · 24 · 26');
  expect(ran('async/promisify')).toBe('ran on Node 26');
  expect(ran('http/agents')).toBeUndefined();
});

test('a question shows its level and segment, another page what it is', () => {
  expect(cardOf({ id: 'event-loop/phases', data: fields() as { title: string } })).toEqual({
    title: 'Which runs first?',
    place: 'The event loop',
    level: 'mid',
  });
  expect(cardOf({ id: 'event-loop', data: { title: 'The event loop' } })).toEqual({ title: 'The event loop', place: 'Questions, answers, programs' });
  expect(cardOf({ id: 'corrections', data: { title: 'Corrections' } }).place).toBe('About the bank');
});

test('a page from a file has a card of its own, with words for who cannot see it; others have that of the site', () => {
  const own = cardOfEntry({ id: 'event-loop/phases', filePath: 'src/content/docs/event-loop/phases.mdx', data: fields() as { title: string } });
  expect(own.path).toBe('cards/event-loop/phases.png');
  expect(own.version).toMatch(/^\?v=[0-9a-f]{8}$/);
  expect(own.alt).toMatch(/^Which runs first\? · mid · The event loop/);
  const home = cardOfEntry({ id: '', filePath: 'src/content/docs/index.mdx', data: { title: 'Home' } });
  expect(home).toMatchObject({ path: 'cards/index.png', alt: expect.stringMatching(/^Home · Programs, outputs, refuted myths · ran on Node /) });
  for (const entry of [
    { id: '404', filePath: 'src/content/docs/404.mdx' },
    { id: 'tags/streams', filePath: 'src/content/docs/tags/streams.md' },
  ]) {
    expect(cardOfEntry({ ...entry, data: { title: 'x' } })).toMatchObject({ path: 'cards/index.png', version: '' });
  }
});
