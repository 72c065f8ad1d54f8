import { z } from 'astro/zod';
import { TAGS } from './tags.ts';

/** How much experience a question is asked at: the level at which one should be able to answer it. */
export const LEVELS = ['junior', 'mid', 'senior'] as const;
export type Level = (typeof LEVELS)[number];

/** Bounds of `short`, in words: what one can say in half a minute. */
const SHORT_WORDS = { min: 40, max: 90 } as const;

/** Words of a text as a reader counts them: runs of characters between blanks. */
export const countWords = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;

const slug = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, {
  error: (issue) => `"${String(issue.input)}" is not a question. Write <segment>/<slug>, as in the address of the page: event-loop/phases.`,
});

const list = <T extends z.ZodType>(item: T, min: number, max: number, what: string) =>
  z.array(item, { error: `must be a list of ${what}.` }).superRefine((items, ctx) => {
    const fail = (message: string): void => {
      ctx.addIssue({ code: 'custom', message });
    };
    if (items.length < min) fail(`needs at least ${min} of ${what}.`);
    if (items.length > max) fail(`has more than ${max} of ${what}. Keep the ones that matter most.`);
    if (new Set(items.map((one) => JSON.stringify(one))).size < items.length) fail(`names one of ${what} twice.`);
  });

const short = z
  .string({ error: `is missing. Write the answer one would speak in half a minute (${SHORT_WORDS.min} to ${SHORT_WORDS.max} words).` })
  .superRefine((text, ctx) => {
    const words = countWords(text);
    const fail = (message: string): void => {
      ctx.addIssue({ code: 'custom', message });
    };
    if (words < SHORT_WORDS.min) fail(`has ${words} words; say at least ${SHORT_WORDS.min}. It must stand alone as an answer.`);
    if (words > SHORT_WORDS.max) fail(`has ${words} words; cut it to ${SHORT_WORDS.max}. The rest belongs into the body.`);
    if (/\[[^\]]+\]\(|https?:|\*\*|<\w/.test(text))
      fail('is plain text: only `code` in backticks, no links, bold or HTML. It is also the description and the flashcard.');
    if ((text.match(/`/g) ?? []).length % 2 === 1) fail('has a backtick that is never closed.');
  });

/** What the front matter of a question says. Messages complete the sentence "<field> …": Astro prints the field before them. */
export const questionFields = z.object({
  id: z.int({ error: 'must be the permanent number of the question. Take the next free one; never reuse one.' }).positive({ error: 'must be positive.' }),
  short,
  level: z.enum(LEVELS, { error: `must be one of ${LEVELS.join(', ')}.` }),
  tags: list(
    z.enum(TAGS, { error: (issue) => `"${String(issue.input)}" is not a known tag. Use one of src/bank/tags.ts, or add it there.` }),
    1,
    5,
    'the known tags',
  ),
  aliases: list(z.string({ error: 'must be text in quotes.' }), 1, 15, 'other words people search with'),
  asked: list(
    z.string().regex(/^\d{3}-\d{3}$/, { error: (issue) => `"${String(issue.input)}" is not the number of a source unit, such as 004-007.` }),
    0,
    40,
    'the source units this answer covers',
  ),
  corrects: list(
    z.string().regex(/^\d{3}-C\d{2,3}$/, { error: (issue) => `"${String(issue.input)}" is not the number of a claim, such as 004-C03.` }),
    0,
    40,
    'the claims this answer sets right',
  ),
  followUps: list(slug, 2, 5, 'the questions an interviewer would ask next'),
  references: list(
    z.object(
      {
        title: z.string({ error: 'needs a title that names the source, such as "Node.js docs: process.nextTick()".' }).min(3),
        url: z.url({ protocol: /^https$/, error: 'must be an https:// address.' }),
      },
      { error: 'must be { title: "…", url: "https://…" }.' },
    ),
    1,
    5,
    'the primary sources (Node docs, specifications, libuv, V8, RFCs, OWASP)',
  ),
  reviewed: z.date({ error: 'must be the date of the last review, such as 2026-11-20, without quotes.' }),
});

/** The front matter of a question, once it is valid. */
export type QuestionFields = z.infer<typeof questionFields>;

const FIELD_NAMES = Object.keys(questionFields.shape) as (keyof QuestionFields)[];

/**
 * The front matter of any page: all of a question's fields, or none of them.
 * Plain pages (home, segment index) leave them out.
 */
export const frontmatter = z
  .object(
    // Loose here and checked below in one go, so that the first mistake does not hide the others. `asQuestion()` gives the types back.
    Object.fromEntries(FIELD_NAMES.map((name) => [name, z.unknown().optional()])) as Record<keyof QuestionFields, z.ZodOptional<z.ZodUnknown>>,
  )
  .superRefine((fields, ctx) => {
    const data: Partial<Record<string, unknown>> = fields;
    const present = FIELD_NAMES.filter((name) => data[name] !== undefined);
    if (present.length === 0) return;
    const result = questionFields.safeParse(data);
    for (const issue of result.error?.issues ?? []) {
      const missing = issue.path.length === 1 && data[String(issue.path[0])] === undefined;
      const hint = missing && !issue.message.startsWith('is missing') ? `is missing: it ${issue.message}` : issue.message;
      ctx.addIssue({ code: 'custom', path: issue.path, message: hint });
    }
  });
