import { isHashed } from './addresses.client.ts';
import type { Edition, Entry } from './edition.ts';

/** Note beside the files of an edition: it was whole once. */
interface Note {
  /** Milliseconds since 1970. */
  savedAt: number;
  /** When it took over; editions that never did have none. */
  activeAt?: number;
  keys: string[];
}

/** The name of the store of a site: other sites of the same origin, such as other GitHub Pages of one user, have their own. */
export const storeName = (base: string): string => `offline:${base}`;

/**
 * The saved files of a site, of one edition and those around it. A key holds the hash of the file's bytes: editions lie side by side without
 * touching, and a file that did not change is there already.
 */
export class Store {
  readonly name: string;
  private readonly base: string;
  private readonly edition: Edition;
  private readonly hashes: ReadonlyMap<string, string>;

  constructor(base: string, edition: Edition) {
    this.name = storeName(base);
    this.base = base;
    this.edition = edition;
    this.hashes = new Map(edition.files.map(([address, hash]) => [address, hash]));
  }

  has(address: string): boolean {
    return this.hashes.has(address);
  }

  /** The file's place in the store, as the path and query of an address. */
  keyOf(address: string): string {
    return `${this.base}${encodeURI(address)}?v=${encodeURIComponent(this.hashes.get(address) ?? '')}`;
  }

  /** The opened store; null when the reader has removed it, so that a tab still open does not bring it back. */
  async open(): Promise<Cache | null> {
    return (await caches.has(this.name)) ? caches.open(this.name) : null;
  }

  /**
   * A file of this edition. One whose bytes are no longer those that were saved is thrown out, and counts as missing: Pagefind would take half an
   * index for the whole of it, and find less without a word.
   */
  async read(address: string): Promise<Response | undefined> {
    const cache = await this.open();
    const saved = await cache?.match(this.keyOf(address));
    if (!cache || !saved) return undefined;
    // What a disk has lost cannot be read.
    const bytes = await saved.arrayBuffer().catch(() => null);
    if (bytes && (await sha256(bytes)) === this.hashes.get(address)) return new Response(bytes, { headers: saved.headers });
    await cache.delete(this.keyOf(address));
    return undefined;
  }

  /** Throws out every file with other bytes: where one was hurt, others may be that nobody has read since. */
  async discardDamaged(): Promise<void> {
    for (const address of this.hashes.keys()) await this.read(address);
  }

  /** A hashed file of another edition. */
  async readOlder(address: string): Promise<Response | undefined> {
    return (await this.open())?.match(this.base + encodeURI(address), { ignoreSearch: true });
  }

  async missing(cache: Cache): Promise<Entry[]> {
    const there = new Set((await cache.keys()).map(keyIn));
    return this.edition.files.filter(([address]) => !there.has(this.keyOf(address)));
  }

  async note(cache: Cache): Promise<Note | null> {
    return readNote(cache, this.noteKey(this.edition.version));
  }

  /** Notes that all files are there. The date is that of the first time. */
  async noteWhole(cache: Cache): Promise<void> {
    const note = (await this.note(cache)) ?? { savedAt: Date.now() };
    await this.writeNote(cache, { ...note, keys: this.edition.files.map(([address]) => this.keyOf(address)) });
  }

  /**
   * Notes that this edition is the one in use now, and deletes what neither it needs nor the open tabs of the one before it: of that, the
   * hashed files stay.
   *
   * @param sweep false while a newer edition is being saved into the same store: its files would look like leftovers
   */
  async takeOver(sweep: boolean): Promise<void> {
    const cache = await this.open();
    const own = cache && (await this.note(cache));
    if (!own) return;
    await this.writeNote(cache, { ...own, activeAt: Date.now() });
    if (!sweep) return;
    const keys = (await cache.keys()).map(keyIn);
    const noteKeys = keys.filter((key) => key.startsWith(this.noteKey('')) && key !== this.noteKey(this.edition.version));
    const notes = await Promise.all(noteKeys.map(async (key) => ({ key, note: await readNote(cache, key) })));
    const before = notes.toSorted((a, b) => (b.note?.activeAt ?? 0) - (a.note?.activeAt ?? 0)).find(({ note }) => note?.activeAt);
    const hashed = (before?.note?.keys ?? []).filter((key) => isHashed(key.slice(this.base.length, key.indexOf('?'))));
    const keep = new Set([this.noteKey(this.edition.version), before?.key, ...own.keys, ...hashed]);
    await Promise.all(keys.filter((key) => !keep.has(key)).map((key) => cache.delete(key)));
  }

  private noteKey(version: string): string {
    return `${this.base}offline/note?v=${version}`;
  }

  private async writeNote(cache: Cache, note: Note): Promise<void> {
    await cache.put(this.noteKey(this.edition.version), Response.json(note));
  }
}

/** The key under which a response lies: path and query. */
function keyIn({ url }: Request): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** As the manifest has it, in base64. */
async function sha256(bytes: ArrayBuffer): Promise<string> {
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))));
}

async function readNote(cache: Cache, key: string): Promise<Note | null> {
  return ((await (await cache.match(key))?.json()) as Note | undefined) ?? null;
}
