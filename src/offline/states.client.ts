import type { Status, Stop } from './edition.ts';
import type { Stages } from './workers.client.ts';

/** What is known about the saved copy of the site, in this tab. */
export interface Facts extends Stages {
  /** What the edition in use says about itself; undefined until it was asked, null when it does not answer. */
  status: Status | null | undefined;
  progress: { done: number; total: number } | null;
  mending: boolean;
  stopped: Stop | null;
  damaged: boolean;
  /** Another edition than this page's is in use now. */
  stale: boolean;
  removed: boolean;
  /** The name of the error with which the browser refused. */
  refused: string | null;
}

/** Before anything is known. */
export const UNKNOWN: Facts = {
  active: false,
  installing: false,
  waiting: false,
  status: undefined,
  progress: null,
  mending: false,
  stopped: null,
  damaged: false,
  stale: false,
  removed: false,
  refused: null,
};

/** What a reader can do about the saved copy. */
export type Act = 'save' | 'go-on' | 'pause' | 'switch' | 'reload' | 'remove';

/** What a reader sees. */
export interface Shown {
  /** Changes when there is something to announce; progress alone is not. */
  name: string;
  text: string;
  /** What is announced, when the text would be out of date before it is read out. */
  news?: string;
  progress?: { done: number; total: number };
  acts: readonly Act[];
}

/** What the buttons say. */
export const LABELS: Record<Act, string> = {
  save: 'Save for offline',
  'go-on': 'Go on',
  pause: 'Pause',
  switch: 'Reload',
  reload: 'Reload',
  remove: 'Remove',
};

const date = (time: number): string => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(time);
const counted = ({ done, total }: { done: number; total: number }): string => `${done} of ${total} files`;

/** The sentence and the buttons for what is known. */
export function shownFor(facts: Facts): Shown {
  const { active, installing, waiting, status, progress, mending, stopped, damaged, stale, removed, refused } = facts;
  if (refused) return { name: 'refused', text: `This browser refused to save the site (${refused}).`, acts: [] };
  if (removed) return { name: 'removed', text: 'Nothing is saved on this device any more.', acts: ['save'] };
  if (stale) return { name: 'stale', text: 'This tab shows an older version.', acts: ['reload'] };
  if (active && waiting) return { name: 'update', text: 'A new version is saved.', acts: ['switch', 'remove'] };
  if (installing) {
    const [what, news] = active ? ['New version', 'A new version is being saved.'] : ['Saving', 'Saving for offline.'];
    const text = progress ? `${what}: ${counted(progress)}` : `${what} …`;
    return { name: 'saving', text, news, progress: progress ?? { done: 0, total: 1 }, acts: [active ? 'remove' : 'pause'] };
  }
  if (!active) return stopped ? ended(stopped, progress) : { name: 'offered', text: '', acts: ['save'] };
  if (mending && progress) {
    return { name: 'mending', text: `Mending the saved copy: ${counted(progress)}`, news: 'Mending the saved copy.', progress, acts: [] };
  }
  if (damaged) return { name: 'damaged', text: 'The saved copy is damaged; it is mended when you are online.', acts: ['remove'] };
  if (status === undefined) return { name: 'asked', text: '', acts: [] };
  const saved = status?.savedAt ? `Saved on ${date(status.savedAt)}.` : 'Saved.';
  if (stopped) {
    // The saved edition works as before.
    const text = stopped === 'quota' ? 'There is no room for the new version.' : 'The new version is not whole yet.';
    return { name: `behind-${stopped}`, text: `${saved} ${text}`, acts: ['go-on', 'remove'] };
  }
  return { name: 'saved', text: saved, acts: ['remove'] };
}

/** The first saving ended before its end. */
function ended(why: Stop, progress: Facts['progress']): Shown {
  const at = progress ? ` at ${counted(progress)}` : '';
  const text = why === 'quota' ? `No room: ${progress ? counted(progress) : 'some files'} are saved.` : `Paused${at}.`;
  return { name: why === 'quota' ? 'full' : 'paused', text, acts: ['go-on', 'remove'] };
}
