import { createHash } from 'node:crypto';
import type { NodeLine } from './lines.ts';
import type { Mask } from './mask.ts';

/** An output fence: what the program above it prints. Lines are 1-based lines of the page. */
export interface Output {
  value: string;
  /** Line of the opening and of the closing fence. */
  from: number;
  to: number;
  /** The Node lines it speaks for. */
  lines: NodeLine[];
  /** The name of the program it speaks for, or null for all of them. */
  variant: string | null;
}

/** A file the program finds in its folder. */
export interface ProgramFile {
  name: string;
  code: string;
}

/** A runnable fence with everything that belongs to it. */
export interface Program {
  kind: 'node' | 'shell';
  title: string;
  code: string;
  from: number;
  to: number;
  /** Names the code is run under: one, or one for each module system of `as`. For a shell fence, its title. */
  variants: string[];
  /** Helper files (for a shell fence, also the programs above it). */
  files: ProgramFile[];
  throws: boolean;
  lines: NodeLine[];
  needs: string[];
  masks: Mask[];
  /** How often a race is run, or null when there is one right output. */
  outcomes: number | null;
  outputs: Output[];
  /** Changes with everything that can change the result; the key of the ledger. */
  hash: string;
}

/** A fence that is not run, with the reason shown on the page. */
export interface Skipped {
  title: string;
  reason: string;
  from: number;
  /** Whether it is JavaScript or TypeScript, of which only few may be shown without a run. */
  script: boolean;
}

/** `fences` counts the JavaScript fences, run or not. */
export interface Page {
  programs: Program[];
  skipped: Skipped[];
  fences: number;
}

/** The key of a program in the ledger: a hash of it with its helpers, words and outputs, but not of where it stands on its page. */
export function hashOf(program: Program): string {
  const { kind, title, code, variants, files, throws, lines, needs, masks, outcomes, outputs } = program;
  const facts = [kind, title, code, variants, files, throws, lines, needs, masks, outcomes, outputs.map((o) => [o.value, o.lines, o.variant])];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
}
