import { z } from 'astro/zod';
import { LEVELS } from '../bank/schema.ts';
import { SITE_NAME } from '../site.ts';

/** Raised when a field changes its meaning or goes. A new field does not raise it. */
export const BANK_VERSION = 1;

const address = z.url();
const line = z.string().regex(/^\d+$/);

const output = z.strictObject({
  text: z.string().describe('What was printed, on stdout and stderr together. Things that never repeat stand as tokens such as ‹pid›.'),
  lines: z.array(z.int()).describe('The Node lines that printed it.'),
  name: z.string().nullable().describe('The name under which the program printed it, or null for all of them.'),
  counts: z.record(line, z.int()).optional().describe('For a race: how often each Node line printed it.'),
});

const program = z.strictObject({
  title: z.string().describe('Its name on the page.'),
  kind: z.enum(['node', 'shell']).describe('JavaScript or TypeScript, or commands of a shell.'),
  names: z.array(z.string()).describe('The names it was run under: two, when it was run as CommonJS and as an ES module.'),
  code: z.string().describe('The program.'),
  files: z.array(z.string()).describe('Names of the `files` of this question, and of programs above it, that it needs in its folder.'),
  needs: z.array(z.string()).describe('Services it talks to: redis, postgres, nats, rabbitmq.'),
  throws: z.boolean().describe('Whether it ends with an error, on purpose.'),
  runs: z.record(line, z.string()).describe('The exact release it was run on, by Node line. Each printed what `outputs` says.'),
  outcomes: z.int().nullable().describe('For a race: how often it was run on each Node line. Otherwise null.'),
  outputs: z.array(output).describe('What it printed: one text, unless Node lines or module systems differ or it is a race.'),
});

const question = z.strictObject({
  id: z.int().describe('Never changes and is never used again.'),
  slug: z.string().describe('The address below the site, such as event-loop/phases. May change; `permanent` does not.'),
  address: address.describe('The page.'),
  permanent: address.describe('An address that leads to the page, whatever it is called.'),
  markdown: address.describe('The whole answer as Markdown.'),
  segment: z.string().describe('The id of its segment.'),
  level: z.enum(LEVELS).describe('The experience at which one should be able to answer it.'),
  title: z.string().describe('The question. `Code` stands in backticks, here and in `short`.'),
  short: z.string().describe('The answer one would speak in half a minute.'),
  tags: z.array(z.string()).describe('What it is about.'),
  aliases: z.array(z.string()).describe('Other words people search with.'),
  followUps: z.array(z.string()).describe('Slugs of the questions an interviewer would ask next.'),
  references: z.array(z.strictObject({ title: z.string(), url: address })).describe('The primary sources.'),
  reviewed: z.iso.date().describe('The day of the last review.'),
  corrected: z.array(z.iso.date()).describe('The days on which something wrong in it was corrected, newest first.'),
  files: z.array(z.strictObject({ name: z.string(), code: z.string() })).describe('Files that programs of this page find in their folder.'),
  programs: z.array(program).describe('What was run, in the order of the page.'),
});

/** What `bank.json` holds. Its JSON Schema and the table on the page "Take it with you" are made of this. */
export const bankSchema = z.strictObject({
  $schema: address.describe('The address of the JSON Schema of this file.'),
  version: z.literal(BANK_VERSION).describe('The version of this form. It is raised when a field changes its meaning or goes.'),
  edition: z.string().describe('A hash of the content. Two files with the same edition say the same.'),
  name: z.string().describe('The name of the bank.'),
  about: z.string().describe('What it is, in one sentence.'),
  home: address.describe('The site.'),
  licence: z
    .strictObject({ id: z.string(), name: z.string(), url: address })
    .describe('The licence of the answers: name the bank and its address as the source.'),
  nodeLines: z.record(line, z.string()).describe('The Node lines that programs are run on, with the release of each.'),
  segments: z.array(z.strictObject({ id: z.string(), title: z.string(), about: z.string(), address })).describe('In the order a reader would study them.'),
  questions: z.array(question).describe('In the order of their ids.'),
});

/** `bank.json`. */
export type Bank = z.infer<typeof bankSchema>;
/** One of its questions. */
export type BankQuestion = z.infer<typeof question>;

/** The objects of the file by the name under which they are documented, outermost first. */
export const BANK_OBJECTS = { bank: bankSchema, question, program, output } as const;

/**
 * `bank.schema.json`: the schema as JSON Schema (draft 2020-12). It allows fields it does not know: whoever keeps a copy can read a later
 * edition with it, for a new field does not raise the version. The build itself, with `bankSchema`, allows none.
 *
 * @param id its address
 */
export const bankJsonSchema = (id: string): object => ({
  $id: id,
  title: `${SITE_NAME}: bank.json`,
  ...z.toJSONSchema(bankSchema, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  }),
});
