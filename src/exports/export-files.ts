import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readCorrections } from '../bank/corrections.ts';
import { readPages } from '../bank/files.ts';
import { LEDGER_FILE, readLedger } from '../fences/ledger.ts';
import { answerFile } from './answer-file.ts';
import { bankJson } from './bank-json.ts';
import { bankJsonSchema, bankSchema } from './bank-schema.ts';
import { readBuiltAnswers } from './built-answers.ts';
import { llms, llmsFull } from './llms.ts';
import { writePrintEditions } from './print/files.ts';

/**
 * Writes what a reader can take away, out of the built pages: each answer as Markdown, `llms.txt`, `llms-full.txt`, `bank.json` with
 * its schema, and a print edition of each segment.
 */
export function exportFiles(root = process.cwd()): AstroIntegration {
  return {
    name: 'export-files',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const { answers, segments } = writeExports(fileURLToPath(dir), root);
        logger.info(`${answers} answers as Markdown and JSON, ${segments} print editions`);
      },
    },
  };
}

/** @throws Error when a page of a question is missing, or `bank.json` would not be what its schema says */
function writeExports(dist: string, root: string): { answers: number; segments: number } {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), text);
  };
  const answers = readBuiltAnswers(dist, { root });
  const bySlug = new Map(answers.map((answer) => [answer.slug, answer]));
  const files = answers.map((answer) => answerFile(answer, bySlug));
  answers.forEach(({ slug }, i) => write(`${slug}.md`, files[i]!));
  const full = llmsFull(files);
  write('llms-full.txt', full);
  write('llms.txt', llms(answers, full));
  const sources = new Map(readPages(root).map(({ id, source }) => [id, source]));
  const bank = bankSchema.parse(bankJson(answers, sources, readLedger(join(root, LEDGER_FILE)), readCorrections(root)));
  write('bank.json', `${JSON.stringify(bank)}\n`);
  write('bank.schema.json', `${JSON.stringify(bankJsonSchema(bank.$schema), null, 2)}\n`);
  return { answers: answers.length, segments: writePrintEditions(dist, answers, root).length };
}
