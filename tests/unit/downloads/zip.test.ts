import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zip } from '../../../src/downloads/zip.ts';

const FILES = [
  ['mimetype', 'application/epub+zip'],
  ['b/a.html', 'é'.repeat(500)],
] as const;

test('the same files give the same bytes, whenever they are packed', async () => {
  const first = zip(FILES);
  // The dates in a zip count in steps of two seconds.
  await new Promise((resolve) => setTimeout(resolve, 2100));
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
