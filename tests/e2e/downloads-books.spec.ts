import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { readPages } from '../../src/bank/files.ts';
import { questionsOf } from '../../src/bank/questions.ts';
import { complaintsOf, epubcheck } from '../support/epubcheck.ts';
import { download } from './support/downloads.ts';

const questions = questionsOf(readPages(process.cwd()));

test('the deck has a note and a card for every question, and no two are alike', () => {
  const folder = mkdtempSync(join(tmpdir(), 'apkg-'));
  const file = join(folder, 'collection.anki2');
  writeFileSync(file, unzipSync(readFileSync(download('bank.apkg')))['collection.anki2']!);
  const db = new DatabaseSync(file, { readOnly: true });
  const rows = (sql: string): Record<string, unknown>[] => db.prepare(sql).all();
  expect(rows('PRAGMA integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);
  expect(rows('SELECT guid FROM notes ORDER BY id').map(({ guid }) => guid)).toEqual(questions.map(({ id }) => `node-answered-${id}`));
  expect(rows('SELECT 1 FROM cards JOIN notes ON notes.id = cards.nid')).toHaveLength(questions.length);
  expect(rows('SELECT csum FROM notes GROUP BY csum HAVING count(*) > 1')).toEqual([]);
  const fields = rows('SELECT flds FROM notes').map(({ flds }) => String(flds).split('\x1f'));
  expect(fields.filter((all) => all.length !== 7 || !all[0] || !all[3])).toEqual([]);
  db.close();
  rmSync(folder, { recursive: true });
});

test('a phone shows a card without scrolling sideways, by day and by night', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'apkg-'));
  writeFileSync(join(folder, 'c'), unzipSync(readFileSync(download('bank.apkg')))['collection.anki2']!);
  const db = new DatabaseSync(join(folder, 'c'), { readOnly: true });
  const [model] = Object.values(JSON.parse(String(db.prepare('SELECT models FROM col').get()!['models']))) as {
    css: string;
    tmpls: { qfmt: string; afmt: string }[];
    flds: { name: string }[];
  }[];
  const notes = db.prepare('SELECT flds FROM notes WHERE id % 10 = 4').all();
  await page.setViewportSize({ width: 360, height: 700 });
  const wide: string[] = [];
  for (const night of ['', 'nightMode', 'night_mode']) {
    for (const { flds } of notes) {
      const fields = String(flds).split('\x1f');
      const value = (name: string): string => fields[model!.flds.findIndex((field) => field.name === name)] ?? '';
      const fill = (template: string): string =>
        template
          .replace(/{{#(\w+)}}([\s\S]*?){{\/\1}}/g, (_, name: string, inner: string) => (value(name) ? inner : ''))
          .replace(/{{(\w+)}}/g, (_, name: string) => (name === 'FrontSide' ? fill(model!.tmpls[0]!.qfmt) : value(name)));
      await page.setContent(
        `<!doctype html><html class="${night}"><style>${model!.css}</style><body class="card ${night}">${fill(model!.tmpls[0]!.afmt)}</body></html>`,
      );
      if ((await page.evaluate(() => document.documentElement.scrollWidth)) > 360) wide.push(value('Question'));
    }
    const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(dark).toBe(night ? 'rgb(22, 22, 19)' : 'rgb(253, 252, 248)');
  }
  expect(notes.length).toBeGreaterThan(20);
  expect(wide).toEqual([]);
  db.close();
  rmSync(folder, { recursive: true });
});

test('the book has a chapter file for every question', () => {
  const files = Object.keys(unzipSync(readFileSync(download('bank.epub'))));
  expect(files[0]).toBe('mimetype');
  expect(questions.map(({ id }) => `EPUB/${id}.xhtml`).filter((file) => !files.includes(file))).toEqual([]);
});

test('epubcheck finds no error in the whole book', () => {
  test.skip(!epubcheck, 'epubcheck is not installed: apt install epubcheck, or https://www.w3.org/publishing/epubcheck/');
  test.setTimeout(300_000);
  expect(complaintsOf(download('bank.epub'))).toEqual([]);
});

/** Bytes that each may have; a megabyte is 1,000,000. Whoever makes one larger should mean it. */
const BUDGET = { 'handbook.html': 2_500_000, 'site.zip': 5_000_000, 'bank.epub': 2_000_000, 'bank.apkg': 1_000_000 };

test('no download is larger than its budget', () => {
  const sizes = Object.entries(BUDGET).map(([name, budget]) => ({ name, budget, bytes: statSync(download(name)).size }));
  expect(sizes.filter(({ bytes, budget }) => bytes > budget)).toEqual([]);
});
