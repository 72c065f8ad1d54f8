import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A unit of the source documents, or a claim in them, and the question that has to deal with it. */
export interface Source {
  id: string;
  question: string;
}

/** What the source documents ask of the bank. */
export interface Sources {
  units: Source[];
  claims: Source[];
  /** The permanent number of every planned question, by its slug. */
  numbers: Map<string, number>;
}

/** Reads the lists of source units (`units.tsv`), false claims (`claims.jsonl`) and planned questions (`questions.tsv`) of a folder. */
export function readSources(folder: string): Sources {
  const lines = (name: string): string[] => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean);
  const table = (name: string): string[][] =>
    lines(name)
      .slice(1)
      .map((line) => line.split('\t'));
  return {
    units: table('units.tsv').map(([id = '', question = '']) => ({ id, question })),
    claims: lines('claims.jsonl').map((line) => JSON.parse(line) as Source),
    numbers: new Map(table('questions.tsv').map(([id = '', slug = '']) => [slug, Number(id)])),
  };
}
