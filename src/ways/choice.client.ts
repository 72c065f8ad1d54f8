import type { Level } from '../bank/schema.ts';

/** What a reader has chosen to see. Empty means everything. Each field has the name of its parameter in the address. */
export interface Choice {
  level: Level | '';
  segment: string;
  tag: string;
  /** Words that stand in the title. */
  words: string;
}

/** What is known of a question in a list. */
export interface Listed {
  level: string;
  segment: string;
  tags: readonly string[];
  title: string;
}

/** Its parts, as they are called in an address. */
export const NAMES = ['level', 'segment', 'tag', 'words'] as const satisfies readonly (keyof Choice)[];

/** The choice in the query of an address. What is absent is empty; whether a value exists is known only to the controls. */
export function choiceIn(query: string): Record<keyof Choice, string> {
  const params = new URLSearchParams(query);
  return Object.fromEntries(NAMES.map((name) => [name, params.get(name) ?? ''])) as Record<keyof Choice, string>;
}

/** The query of an address (with `?`, or empty) with this choice in it. Other parameters stay. */
export function queryOf(choice: Choice, before: string): string {
  const params = new URLSearchParams(before);
  for (const name of NAMES) {
    if (choice[name]) params.set(name, choice[name]);
    else params.delete(name);
  }
  return params.size > 0 ? `?${params}` : '';
}

/** Text without what nobody types: case, accents, typographic quotes. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").toLowerCase();

/** A test whether a question is chosen. Of several words, each must stand somewhere in the title, in any order. */
export function chosenBy(choice: Choice): (question: Listed) => boolean {
  const words = plain(choice.words).split(/\s+/).filter(Boolean);
  return ({ level, segment, tags, title }) => {
    if (choice.level && level !== choice.level) return false;
    if (choice.segment && segment !== choice.segment) return false;
    if (choice.tag && !tags.includes(choice.tag)) return false;
    const heard = plain(title);
    return words.every((word) => heard.includes(word));
  };
}

/** What is said of a choice: "12 of 19 questions". */
export function said(shown: number, all: number): string {
  const noun = all === 1 ? 'question' : 'questions';
  return shown === all ? `${all} ${noun}` : `${shown} of ${all} ${noun}`;
}
