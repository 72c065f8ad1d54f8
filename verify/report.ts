import { createTwoFilesPatch } from 'diff';
import type { NodeLine } from '../src/fences/lines.ts';
import type { Finding } from './judge.ts';

/** A finding with its place. `lines` are the Node lines on which it is the same. */
export interface Placed extends Finding {
  file: string;
  at: number;
  title: string;
  lines: NodeLine[];
}

const TAIL_LINES = 15;

/** Joins findings that differ only in the Node line. */
function joinLines(findings: Placed[]): Placed[] {
  const groups = Map.groupBy(findings, ({ lines: _, ...same }) => JSON.stringify(same));
  return [...groups.values()].map((group) => ({ ...group[0]!, lines: group.flatMap((f) => f.lines).sort((a, b) => a - b) }));
}

/** The text for one page: every finding with its place, what differs, and how to repair it. */
export function describe(file: string, findings: Placed[]): string {
  return joinLines(findings)
    .sort((a, b) => a.at - b.at)
    .map((finding) => {
      const where = finding.lines.length > 0 ? `  Node ${finding.lines.join(', ')}` : '';
      const head = `${file}:${finding.at}  ${finding.title}${where}\n  ${finding.kind === 'warning' ? 'Warning: ' : ''}${finding.message}`;
      return [head, bodyOf(finding), ...hints(file, finding).map((hint) => `  → ${hint}`)].filter(Boolean).join('\n');
    })
    .join('\n\n');
}

function bodyOf({ kind, said, printed }: Finding): string {
  if (kind === 'warning' || printed === undefined) return '';
  if (kind === 'mismatch') return indent(lineDiff(said ?? '', printed));
  const lines = printed.split('\n');
  if (printed === '') return '  It had printed nothing.';
  const tail = lines
    .slice(-TAIL_LINES)
    .map((line) => line.slice(0, 200))
    .join('\n');
  return `  It had printed${lines.length > TAIL_LINES ? ` (the last ${TAIL_LINES} lines)` : ''}:\n${indent(tail)}`;
}

/** A line diff: `-` what the page says, `+` what was printed. */
function lineDiff(said: string, printed: string): string {
  const whole = (text: string) => (text === '' ? '' : `${text}\n`);
  const patch = createTwoFilesPatch('the page', 'printed', whole(said), whole(printed), '', '', { context: 3 });
  const rows = patch
    .split('\n')
    .slice(1)
    .filter((row) => row !== '' && !row.startsWith('\\'));
  return rows.length > 80 ? [...rows.slice(0, 80), `… ${rows.length - 80} more lines`].join('\n') : rows.join('\n');
}

function hints(file: string, finding: Finding): string[] {
  const own = finding.hint ? [finding.hint] : [];
  if (finding.kind !== 'mismatch') return own;
  return [
    ...own,
    `If what it printed is right: npm run verify -- --only ${file} --update`,
    'If it differs from run to run: print something stable, or use mask="…" or `outcomes` on the program.',
  ];
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
