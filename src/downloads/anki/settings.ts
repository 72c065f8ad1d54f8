import { createHash } from 'node:crypto';

/** How notes become cards. Its id and its field names may never change: Anki would not update notes already imported. */
export interface NoteType {
  id: number;
  name: string;
  fields: string[];
  front: string;
  back: string;
  css: string;
}

/** Ids in Anki are moments in milliseconds. This is the first of ours. */
export const FIRST_ID = 1_763_596_800_000;

/** A stable id for a name, in the range in which moments lie. */
export const idOf = (name: string): number => FIRST_ID + (parseInt(createHash('sha256').update(name).digest('hex').slice(0, 8), 16) % 10_000_000_000);

/** The five JSON columns of `col`: conf, models, decks, dconf, tags. */
export function settings(type: NoteType, decks: ReadonlyMap<string, number>, modified: number): object[] {
  const conf = {
    activeDecks: [1],
    addToCur: true,
    collapseTime: 1200,
    curDeck: 1,
    curModel: String(type.id),
    dueCounts: true,
    estTimes: true,
    newBury: true,
    newSpread: 0,
    nextPos: 1,
    sortBackwards: false,
    sortType: 'noteFld',
    timeLim: 0,
  };
  const today = { lrnToday: [0, 0], newToday: [0, 0], revToday: [0, 0], timeToday: [0, 0] };
  const deck = (id: number, name: string): object => ({
    id,
    name,
    desc: '',
    mod: modified,
    usn: -1,
    conf: 1,
    dyn: 0,
    collapsed: false,
    browserCollapsed: false,
    extendNew: 0,
    extendRev: 50,
    ...today,
  });
  const dconf = {
    id: 1,
    name: 'Default',
    mod: 0,
    usn: 0,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20, separate: true },
    rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, minSpace: 1, perDay: 100 },
    lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
  };
  return [
    conf,
    { [type.id]: model(type, decks.values().next().value!, modified) },
    Object.fromEntries([[1, deck(1, 'Default')], ...[...decks].map(([name, id]) => [id, deck(id, name)])]),
    { 1: dconf },
    {},
  ];
}

function model({ id, name, fields, front, back, css }: NoteType, did: number, mod: number): object {
  const field = (label: string, ord: number): object => ({
    name: label,
    ord,
    id: idOf(`${name}/${label}`),
    font: 'Arial',
    size: 20,
    rtl: false,
    sticky: false,
    media: [],
  });
  const template = { name: 'Card 1', ord: 0, id: idOf(`${name}/card`), qfmt: front, afmt: back, bqfmt: '', bafmt: '', bfont: '', bsize: 0, did: null };
  const latexPre = '\\documentclass[12pt]{article}\n\\begin{document}\n';
  return {
    ...{ id: String(id), name, type: 0, mod, usn: -1, sortf: 0, did, vers: [], tags: [] },
    ...{ css, flds: fields.map(field), tmpls: [template], req: [[0, 'all', [0]]], latexPre, latexPost: '\\end{document}', latexsvg: false },
  };
}
