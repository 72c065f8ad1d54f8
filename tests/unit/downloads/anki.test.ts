import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { checksumOf } from '../../../src/downloads/anki/collection.ts';
import { deck } from '../../../src/downloads/anki/deck.ts';
import { answer, PROGRAM } from './answers.ts';

type Row = Record<string, string | number>;

/** Unpacks a package and reads from its collection. */
function read(apkg: Uint8Array): { all(sql: string): Row[]; json(column: string): Record<string, Record<string, unknown>> } {
  const folder = mkdtempSync(join(tmpdir(), 'apkg-'));
  try {
    const file = join(folder, 'collection.anki2');
    writeFileSync(file, unzipSync(apkg)['collection.anki2']!);
    const db = new DatabaseSync(file);
    const tables = ['notes', 'cards', 'col', 'revlog', 'graves'];
    const rows = new Map(tables.map((table) => [`SELECT * FROM ${table}`, db.prepare(`SELECT * FROM ${table}`).all() as Row[]]));
    rows.set('integrity', db.prepare('PRAGMA integrity_check').all() as Row[]);
    rows.set(
      'columns',
      tables.flatMap((table) => db.prepare(`SELECT '${table}' AS t, name FROM pragma_table_info('${table}')`).all() as Row[]),
    );
    db.close();
    return { all: (sql) => rows.get(sql)!, json: (column) => JSON.parse(String(rows.get('SELECT * FROM col')![0]![column])) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const body = `${PROGRAM}<aside class="say"><p class="label">Say</p><p>Out <em>loud</em>.</p></aside>`;
const bank = (short = 'Once.'): Uint8Array => deck([answer({ id: 24, title: 'Why `<`?', short }, body), answer({ id: 7 })], 1_800_000_000);
const notes = (apkg: Uint8Array): Row[] => read(apkg).all('SELECT * FROM notes');

test('a note holds question, level, segment, short answer, programs, the sentence to say and the permanent address', () => {
  const [note] = notes(bank()).filter(({ guid }) => guid === 'node-answered-24');
  const [question, level, segment, short, programs, say, address, ...more] = String(note!['flds']).split('\x1f');
  expect([question, level, segment, short, say, address, more]).toEqual([
    ...['Why <code>&lt;</code>?', 'mid', 'The event loop', 'Once.', 'Out <em>loud</em>.', 'https://example.org/bank/q/24/', []],
  ]);
  expect(programs!.match(/<pre/g)).toHaveLength(2);
  expect(programs).toContain('order.cjs');
});

test('tags say segment and level, between blanks, as Anki looks for them', () => {
  expect(notes(bank())[0]!['tags']).toBe(' segment::event-loop level::mid timers ');
});

test('a changed sentence keeps every id, so that a second import changes notes and makes none', () => {
  const ids = (apkg: Uint8Array): unknown => {
    const { all, json } = read(apkg);
    return [
      all('SELECT * FROM notes').map(({ id, guid, mid }) => [id, guid, mid]),
      all('SELECT * FROM cards').map(({ id, nid, did }) => [id, nid, did]),
      Object.keys(json('decks')),
      Object.keys(json('models')),
    ];
  };
  expect(notes(bank('Twice.'))).not.toEqual(notes(bank()));
  expect(ids(bank('Twice.'))).toEqual(ids(bank()));
});

test('a later build is newer: only then does Anki take over what has changed', () => {
  const later = notes(deck([answer({ id: 7 })], 1_800_000_060));
  expect(Number(later[0]!['mod']) - Number(notes(bank())[0]!['mod'])).toBe(60);
});

test('the same bank gives the same bytes', () => {
  expect(Buffer.compare(bank(), bank())).toBe(0);
});

test('it is a sound SQLite file with the tables of schema 11, and each card belongs to a note and a deck', () => {
  const { all, json } = read(bank());
  expect(all('integrity')).toEqual([{ integrity_check: 'ok' }]);
  expect(all('SELECT * FROM col')[0]).toMatchObject({ id: 1, ver: 11 });
  const columns = (table: string): string =>
    all('columns')
      .filter(({ t }) => t === table)
      .map(({ name }) => name)
      .join(' ');
  expect(columns('notes')).toBe('id guid mid mod usn tags flds sfld csum flags data');
  expect(columns('cards')).toBe('id nid did ord mod usn type queue due ivl factor reps lapses left odue odid flags data');
  const decks = json('decks');
  for (const card of all('SELECT * FROM cards')) {
    expect(decks[String(card['did'])]!['name']).toBe('Node Answered::The event loop');
    expect(all('SELECT * FROM notes').map(({ id }) => id)).toContain(card['nid']);
  }
  expect(unzipSync(bank())['media']).toEqual(new TextEncoder().encode('{}'));
});

test('its note type has every field that genanki, a writer Anki is known to read, gives it', () => {
  const [model] = Object.values(read(bank()).json('models'));
  expect(Object.keys(model!)).toEqual(
    expect.arrayContaining('css did flds id latexPost latexPre latexsvg mod name req sortf tags tmpls type usn vers'.split(' ')),
  );
  const [field] = model!['flds'] as object[];
  expect(Object.keys(field!)).toEqual(expect.arrayContaining('name ord font media rtl size sticky'.split(' ')));
  const [template] = model!['tmpls'] as Row[];
  expect(Object.keys(template!)).toEqual(expect.arrayContaining('name ord qfmt afmt bqfmt bafmt did'.split(' ')));
  // Every field that a template names exists.
  const names = (model!['flds'] as Row[]).map(({ name }) => name);
  const used = [...`${template!['qfmt']}${template!['afmt']}`.matchAll(/{{[#/]?(\w+)}}/g)].map(([, name]) => name).filter((name) => name !== 'FrontSide');
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((name) => !names.includes(name!))).toEqual([]);
});

test('the checksum is that of the first field without its tags', () => {
  // printf 'Why <?' | sha1sum
  expect(checksumOf('Why <code>&lt;</code>?')).toBe(0xe7177351);
});
