import type { Bank } from './bank.ts';

/** A place where a check does not hold: where it is, what is wrong, how to repair it. */
export interface Finding {
  /** Path from the project's root. */
  path: string;
  /** 1-based line; 1 when the whole file is meant. */
  line: number;
  what: string;
  repair: string;
}

/** One promise about the bank. */
export interface Check {
  /** The promise in one sentence, as it stands in the report. */
  promise: string;
  /** All places where it is broken, or why it cannot be looked at here. */
  find(bank: Bank): Finding[] | { skipped: string };
}
