import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { CONTENT } from '../../src/bank/files.ts';
import { LEVELS } from '../../src/bank/schema.ts';
import type { Segment } from '../../src/bank/segments.ts';
import { TAGS } from '../../src/bank/tags.ts';

const SYLLABLES = 'buf clus deb emit fork hash init join kern lock mem net orph pipe queue ref sock tick unref vm wrap yield'.split(' ');

/** The same words on every machine: a small linear congruential generator. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

type Roll = ReturnType<typeof dice>;

const pick = <T>(roll: Roll, from: readonly T[]): T => from[roll(from.length)]!;
const word = (roll: Roll): string => Array.from({ length: 1 + roll(3) }, () => pick(roll, SYLLABLES)).join('');
const words = (roll: Roll, count: number): string => Array.from({ length: count }, () => word(roll)).join(' ');
const paragraph = (roll: Roll): string => Array.from({ length: 4 }, () => `${words(roll, 18)} \`${word(roll)}()\`.`).join(' ');

/**
 * Writes questions that have the shape of real ones, a segment page where there is none, and no program that would have to be run.
 *
 * @param root a copy of the project; its content folder is written to
 * @param segments into which the questions are dealt out
 * @param count how many questions
 */
export function writeQuestions(root: string, segments: readonly Segment[], count: number): void {
  const slugs = Array.from({ length: count }, (_, i) => `${segments[i % segments.length]!.id}/synthetic-${i}`);
  for (const { id, title } of segments) write(root, `${id}/index`, `---\ntitle: ${title}\n---\n\n${paragraph(dice(id.length))}\n`, 'wx');
  for (const [i, slug] of slugs.entries()) {
    // The next questions of the same segment, and of the next one.
    const followUps = [segments.length, 2 * segments.length, 1].map((step) => slugs[(i + step) % count]!);
    write(root, slug, question(1000 + i, followUps));
  }
}

function write(root: string, slug: string, text: string, flag = 'w'): void {
  const file = join(root, CONTENT, `${slug}.mdx`);
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, text, { flag });
  } catch (error) {
    // A segment that has its page already keeps it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function question(id: number, followUps: readonly string[]): string {
  const roll = dice(id);
  const fields = {
    id,
    title: `Synthetic question ${id}: ${words(roll, 7)}?`,
    short: `${words(roll, 60)}.`,
    level: LEVELS[id % LEVELS.length],
    tags: [TAGS[id % TAGS.length]],
    aliases: [words(roll, 3), words(roll, 4)],
    asked: [],
    corrects: [],
    followUps,
    references: [{ title: 'Node.js docs', url: 'https://nodejs.org/api/' }],
    reviewed: new Date('2026-11-21'),
  };
  const sections = [1, 2, 3].map((n) => `## ${words(roll, 5)} {#part-${n}}\n\n${paragraph(roll)}\n\n${block(roll, n)}`);
  return `---\n${stringify(fields, { customTags: ['timestamp'] })}---\n\n${sections.join('\n\n')}\n`;
}

/** Something that is no program: a table, a listing, a callout. */
function block(roll: Roll, kind: number): string {
  const row = (): string => `| ${words(roll, 2)} | \`${word(roll)}\` | ${words(roll, 4)} |`;
  if (kind === 1) return [`| What | Call | Meaning |`, '| - | - | - |', row(), row(), row()].join('\n');
  if (kind === 2)
    return `\`\`\`json title="${word(roll)}.json"\n${JSON.stringify({ [word(roll)]: words(roll, 6), [word(roll)]: [roll(100), roll(100)] }, null, 2)}\n\`\`\``;
  return `<Myth claim="${words(roll, 8)}">\n  ${paragraph(roll)}\n</Myth>\n\n<Say>${words(roll, 15)}.</Say>`;
}
