import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FIRST_ID, idOf, settings, type NoteType } from './settings.ts';

/** A note, which has one card. */
export interface Note {
  /** Positive and stable: ids of note and card are made from it. */
  id: number;
  /** By this a note is known again when the deck is imported a second time. */
  guid: string;
  deck: string;
  tags: string[];
  /** HTML, in the order of the note type's fields. The first is what the browser of Anki sorts by. */
  fields: string[];
}

/** What Anki compares to find duplicates: the first 32 bits of the SHA-1 of the first field without HTML. */
export const checksumOf = (field: string): number => parseInt(createHash('sha1').update(plain(field)).digest('hex').slice(0, 8), 16);

/** A field as Anki sorts by it. */
const plain = (field: string): string =>
  field
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();

/**
 * An Anki collection, as the bytes of its SQLite file. The same notes and the same moment give the same bytes.
 *
 * @param modified seconds since 1970. On import Anki changes notes it has only when these are newer
 * @param decks names with `::` between deck and subdeck, all of them, parents first
 */
export function collection(type: NoteType, decks: readonly string[], notes: readonly Note[], modified: number): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'anki-'));
  const file = join(folder, 'collection.anki2');
  try {
    const db = new DatabaseSync(file);
    db.exec(readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8'));
    db.exec('BEGIN');
    const ids = new Map(decks.map((name) => [name, idOf(name)]));
    insert(db, 'col', [
      1,
      FIRST_ID / 1000,
      modified * 1000,
      modified * 1000,
      11,
      0,
      0,
      0,
      ...settings(type, ids, modified).map((part) => JSON.stringify(part)),
    ]);
    for (const note of notes) {
      const id = FIRST_ID + note.id;
      const first = note.fields[0]!;
      const deck = ids.get(note.deck);
      if (deck === undefined) throw new Error(`Note ${note.guid} belongs to the deck "${note.deck}", which is not among the decks.`);
      insert(db, 'notes', [id, note.guid, type.id, modified, -1, ` ${note.tags.join(' ')} `, note.fields.join('\x1f'), plain(first), checksumOf(first), 0, '']);
      insert(db, 'cards', [id, id, deck, 0, modified, -1, 0, 0, note.id, 0, 0, 0, 0, 0, 0, 0, 0, '']);
    }
    db.exec('COMMIT');
    db.close();
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const insert = (db: DatabaseSync, table: string, values: (string | number)[]): void => {
  db.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`).run(...values);
};
