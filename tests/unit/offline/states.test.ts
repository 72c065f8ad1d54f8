import { expect, test } from 'vitest';
import { shownFor, UNKNOWN, type Facts } from '../../../src/offline/states.client.ts';

const savedAt = new Date(2026, 10, 21, 12).getTime();
const status = { version: 'a', savedAt, missing: 0, total: 348 };
const progress = { done: 142, total: 348 };
const shown = (facts: Partial<Facts>) => shownFor({ ...UNKNOWN, ...facts });

test('nothing is said before the reader wants anything', () => {
  expect(shown({})).toEqual({ name: 'offered', text: '', acts: ['save'] });
});

test('while it saves, the files are counted, and it can be paused', () => {
  expect(shown({ installing: true, progress })).toMatchObject({ text: 'Saving: 142 of 348 files', progress, acts: ['pause'] });
  expect(shown({ installing: true, active: true, status, progress })).toMatchObject({ text: 'New version: 142 of 348 files', acts: ['remove'] });
});

test('the count is not news', () => {
  expect(shown({ installing: true, progress }).news).toBe(shown({ installing: true }).news);
  expect(shown({ installing: true }).news).not.toMatch(/\d/);
});

test('what ended before its end says why, and can go on', () => {
  expect(shown({ stopped: 'network', progress })).toMatchObject({ text: 'Paused at 142 of 348 files.', acts: ['go-on', 'remove'] });
  expect(shown({ stopped: 'reader' })).toMatchObject({ text: 'Paused.', acts: ['go-on', 'remove'] });
  expect(shown({ stopped: 'quota', progress })).toMatchObject({ text: 'No room: 142 of 348 files are saved.', acts: ['go-on', 'remove'] });
});

test('a saved copy says since when', () => {
  expect(shown({ active: true, status })).toEqual({ name: 'saved', text: 'Saved on 21 November 2026.', acts: ['remove'] });
});

test('nothing is claimed of a copy before it was asked', () => {
  expect(shown({ active: true }).text).toBe('');
});

test('a failed update does not hide that the old copy works', () => {
  expect(shown({ active: true, status, stopped: 'network' }).text).toBe('Saved on 21 November 2026. The new version is not whole yet.');
  expect(shown({ active: true, status, stopped: 'quota' }).text).toBe('Saved on 21 November 2026. There is no room for the new version.');
});

test('a new version waits for the reader', () => {
  expect(shown({ active: true, waiting: true, status })).toMatchObject({ text: 'A new version is saved.', acts: ['switch', 'remove'] });
});

test('a damaged copy is not called saved', () => {
  expect(shown({ active: true, status, damaged: true }).text).toBe('The saved copy is damaged; it is mended when you are online.');
  expect(shown({ active: true, status, damaged: true, mending: true, progress }).text).toBe('Mending the saved copy: 142 of 348 files');
});

test('every state that a reader can come to has a sentence or a button', () => {
  const sides = [false, true];
  for (const active of sides)
    for (const installing of sides)
      for (const waiting of sides)
        for (const damaged of sides)
          for (const stopped of [null, 'network', 'quota', 'reader'] as const) {
            const { text, acts } = shown({ active, installing, waiting, damaged, stopped, status });
            expect(text || acts.length).toBeTruthy();
          }
});
