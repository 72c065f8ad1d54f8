import { unzipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { zip } from '../../../src/downloads/zip.ts';

const FILES = [
  ['mimetype', 'application/epub+zip'],
  ['b/a.html', 'é'.repeat(500)],
] as const;

afterEach(() => void vi.useRealTimers());

test('the same files give the same bytes, whenever they are packed', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 21) });
  const first = zip(FILES);
  vi.setSystemTime(new Date(2027, 0, 1));
  expect(Buffer.compare(zip(FILES), first)).toBe(0);
});

test('files come out as they went in, in their order', () => {
  const files = unzipSync(zip(FILES));
  expect(Object.keys(files)).toEqual(['mimetype', 'b/a.html']);
  expect(new TextDecoder().decode(files['b/a.html'])).toBe('é'.repeat(500));
});

test('a file that is to be stored stands there letter by letter, as readers of an EPUB look for it', () => {
  const bytes = Buffer.from(zip(FILES, ['mimetype']));
  expect(bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
});
