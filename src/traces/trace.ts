/** Where a task waits. `io` is no queue of Node's: the system or a pool thread has it, and the poll phase hands the result over. */
export type Queue = 'tick' | 'micro' | 'timer' | 'io' | 'immediate';

/** A phase of the event loop in which a callback was seen to run. */
export type Phase = 'timers' | 'poll' | 'check' | 'close';

/** One call on the stack: the function's name and, inside the program, the line it is at. */
export type Frame = [name: string, line?: number];

/** Something that waits its turn. Lines are 1-based lines of the program. */
export interface Task {
  q: Queue;
  /** What the author wrote: `setTimeout`, `.then`, `await`, `readFile: open`. */
  api: string;
  /** The callback's text or name, shortened; `job() resumes` for an await. */
  cb?: string;
  /** The line that made it. */
  l?: number;
  /** The line at which its code starts: what to light up when it runs. */
  fl?: number;
  /** Of a timer: the delay Node really used (0 becomes 1). */
  ms?: number;
  /** It is an interval. */
  every?: 1;
  /** Of a reaction: it has no callback for how its promise was settled, and only passes that on. */
  pass?: 'value' | 'rejection';
  /** Node's own work: nothing of the author's runs in it. Folded by default. */
  i?: 1;
}

/** One observable event of a run. `t` is a task's index, `l` a line, `s` the call stack, outermost first, when it is deeper than one. */
export type Step =
  /** The main script begins; `job`: inside a microtask, as in an ES module. */
  | { k: 'start'; job?: 1 }
  /** A task enters its queue, a timer is armed, I/O is handed over. `by`: its promise settled, or an interval was armed again. */
  | { k: 'add'; t: number; l?: number; s?: Frame[]; by?: 'settle' | 'again' }
  /** A reaction is parked on a promise that is still pending: it is in no queue yet. */
  | { k: 'wait'; t: number; l?: number; s?: Frame[] }
  /** The loop enters a phase; `n` counts the turns in which something ran, `ms` is how long the loop slept before. */
  | { k: 'phase'; p: Phase; n: number; ms?: number }
  | { k: 'run'; t: number }
  | { k: 'end'; t: number }
  /** A call of `console[m]` (`log` when absent) printed `x`. */
  | { k: 'log'; x: string; m?: string; l?: number; s?: Frame[] }
  /** A timer or an immediate is cancelled. */
  | { k: 'drop'; t: number; l?: number }
  /** An error that nobody caught; `o` is `uncaughtException` or `unhandledRejection`. */
  | { k: 'throw'; x: string; o: string }
  /** `l`: where the program called process.exit(); absent when nothing kept the loop alive any more. */
  | { k: 'exit'; c: number; l?: number };

/** How often it was looked at. Plain runs are without the recorder, which shifts the odds of a race. */
export interface Evidence {
  /** Plain runs, and how many of them printed what this trace prints. */
  plain: number;
  same: number;
  /** Recorded runs, and how many of them were this trace, step by step, Node's own jobs aside. */
  recorded: number;
  alike: number;
}

/** One run of a program, as Node ran it. The reader's view of any moment is a replay of the steps up to there. */
export interface Trace {
  /** The name it was run under. */
  file: string;
  /** It is an ES module. */
  esm?: 1;
  /** The exact release; where lines share a recording, theirs, oldest first, with a blank between. Node's own jobs are then those of the last. */
  node: string;
  /** The program's text. */
  src: string;
  tasks: Task[];
  steps: Step[];
  /** Absent for a race of a page: the ledger counts its plain runs. */
  runs?: Evidence;
}

/** A trace whose program stands elsewhere: on the page. */
export interface Recording extends Omit<Trace, 'src'> {
  /** Of a race: which of the page's outputs it prints; an index of the program's `outputs`, as in the ledger's `counts`. */
  outcome?: number;
}

/** What is known of one program: a file below `traces/`. */
export interface TraceFile {
  /** The program's hash, as in the ledger. */
  hash: string;
  /** Of `lines`, when it has been written to its file. */
  sum?: string;
  /** By Node lines that ran alike, such as `"22 24"`. A race has one recording for each outcome, the commonest first; else there is one. */
  lines: Record<string, Recording[]>;
}
