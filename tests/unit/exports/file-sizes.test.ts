import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillSizes, sizePlace } from '../../../src/exports/page/file-sizes.ts';

test('a page states the size of each file that is there, and names those that are not', () => {
  const dist = mkdtempSync(join(tmpdir(), 'file-sizes-'));
  const page = join(dist, 'take-it-with-you/index.html');
  mkdirSync(join(dist, 'take-it-with-you'));
  mkdirSync(join(dist, 'downloads'));
  writeFileSync(join(dist, 'bank.json'), 'x'.repeat(48_200));
  writeFileSync(page, `<p>JSON${sizePlace('bank.json')}</p><p>EPUB${sizePlace('downloads/bank.epub')}</p>`);
  expect(fillSizes(dist)).toEqual(['downloads/bank.epub']);
  expect(readFileSync(page, 'utf8')).toBe(
    '<p>JSON<span data-size-of="bank.json"> · 48 KB</span></p><p>EPUB<span data-size-of="downloads/bank.epub"></span></p>',
  );

  writeFileSync(join(dist, 'downloads/bank.epub'), 'x'.repeat(1_000_000));
  expect(fillSizes(dist)).toEqual([]);
  expect(readFileSync(page, 'utf8')).toContain('"bank.json"> · 48 KB<');
  expect(readFileSync(page, 'utf8')).toContain('"downloads/bank.epub"> · 1.0 MB<');
  rmSync(dist, { recursive: true });
});
