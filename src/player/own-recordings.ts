import { getCollection } from 'astro:content';
import { LEDGER_FILE, readLedger } from '../fences/ledger.ts';
import { playersOf } from '../fences/traces.ts';
import type { PlayRecording } from './play-data.ts';
import { loadTrace } from './load.ts';
import { hasOwn } from './view.ts';

/** The recordings of a player with Node's own jobs in them, and the path of their file, which it asks for on demand. */
export interface OwnRecordings {
  path: string;
  recordings: PlayRecording[];
}

/** Where they are, seen from the site's root, without `.json`. */
export const ownPath = (slug: string, id: string): string => `${slug}/${id}`;

/** Those of all players whose programs gave Node jobs of its own. */
export async function ownRecordings(): Promise<OwnRecordings[]> {
  const ledger = readLedger(LEDGER_FILE);
  return (await getCollection('docs')).flatMap(({ id: slug, body: source = '' }) =>
    playersOf(source).flatMap((names) => {
      const { id, shown } = loadTrace({ slug, source }, names, ledger);
      return hasOwn(shown) ? { path: ownPath(slug, id), recordings: shown.map(({ whole }) => whole) } : [];
    }),
  );
}
