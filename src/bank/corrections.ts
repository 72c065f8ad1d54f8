import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { day } from './dates.ts';
import { countWords } from './schema.ts';

/** Seen from the project's root. */
export const CORRECTIONS_FILE = 'src/bank/corrections.yml';

/** At most so many words: the line stands below an answer, too. */
const WORDS = { what: 50, why: 35 } as const;

const sentence = (name: keyof typeof WORDS, tells: string) =>
  z.string({ error: `is missing. Write ${tells}, in at most ${WORDS[name]} words.` }).superRefine((text, ctx) => {
    const words = countWords(text);
    const fail = (message: string): void => {
      ctx.addIssue({ code: 'custom', message });
    };
    if (words > WORDS[name]) fail(`has ${words} words; cut it to ${WORDS[name]}. The rest belongs into the answer.`);
    if (words === 0) fail(`is empty. Write ${tells}.`);
    if (/\[[^\]]+\]\(|https?:|\*\*|<\w/.test(text)) fail('is plain text: only `code` in backticks, no links, bold or HTML.');
    if ((text.match(/`/g) ?? []).length % 2 === 1) fail('has a backtick that is never closed.');
  });

/** One correction of one answer. Messages complete the sentence "<field> …". */
const correction = z.strictObject(
  {
    question: z.string({ error: 'must be the address of an answer without slashes at its ends, such as event-loop/phases.' }),
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be lower-case letters, digits and hyphens, as it stood in the address.' })
      .optional(),
    on: z.date({ error: 'must be the day of the correction, such as 2026-11-21, without quotes.' }),
    what: sentence('what', 'what was wrong, and what holds'),
    why: sentence('why', 'how it came out: a program, a source, a second reading'),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has "${issue.keys.join('", "')}", which nobody reads. The fields are question, on, what, why, and id when the answer has moved.`
        : undefined,
  },
);

/** What the file holds. */
export const correctionList = z.array(correction, { error: 'must be a list: each entry begins with "- question:".' });
/** An entry of the file of corrections. */
export type Correction = z.infer<typeof correction>;

/** The text of the file as data that is not yet checked. @throws Error when it is not YAML */
export function parseCorrections(source: string): unknown {
  try {
    // YAML 1.2 has no dates. A file without entries is an empty list.
    return parse(source, { customTags: ['timestamp'] }) ?? [];
  } catch (error) {
    throw new Error(`${CORRECTIONS_FILE}: is not YAML. ${(error as Error).message}`, { cause: error });
  }
}

/**
 * All corrections, newest first; those of one day in the order of the file.
 *
 * @param root the project's root
 * @throws Error when the file cannot be read or an entry is not valid. `npm run rules` says where.
 */
export function readCorrections(root = process.cwd()): Correction[] {
  const result = correctionList.safeParse(parseCorrections(readFileSync(join(root, CORRECTIONS_FILE), 'utf8')));
  if (!result.success) throw new Error(`${CORRECTIONS_FILE} has a mistake. Run: npm run rules\n${z.prettifyError(result.error)}`);
  return result.data.sort((a, b) => b.on.getTime() - a.on.getTime());
}

/**
 * Where a correction stands on the page of corrections, and what its permanent name ends with: an answer has at most one a day. The
 * entry of an answer that has moved says its old one.
 */
export const correctionId = ({ id, question, on }: Pick<Correction, 'id' | 'question' | 'on'>): string => id ?? `${question.replace('/', '-')}-${day(on)}`;
