import { createHash } from 'node:crypto';
import type { Correction } from '../bank/corrections.ts';
import { day } from '../bank/dates.ts';
import { SEGMENTS } from '../bank/segments.ts';
import { readCodes } from '../fences/codes.ts';
import { extractPrograms, type Program } from '../fences/extract.ts';
import { entryFor, type Ledger } from '../fences/ledger.ts';
import { readHelpers } from '../fences/names.ts';
import { LICENCE } from '../site.ts';
import { BANK_VERSION, type Bank, type BankQuestion } from './bank-schema.ts';
import type { BuiltAnswer } from './built-answers.ts';
import { BANK, homeOf } from './site-facts.ts';

/**
 * The content of `bank.json`. The same content gives the same text, whenever and wherever it is built; only addresses differ with the site.
 *
 * @param answers in the order of their ids
 * @param sources the MDX of each answer by its slug, from which the programs are taken
 * @param corrections of all answers, newest first
 * @throws Error when a program is not in the ledger, which the build has refused before
 */
export function bankJson(answers: readonly BuiltAnswer[], sources: ReadonlyMap<string, string>, ledger: Ledger, corrections: readonly Correction[] = []): Bank {
  const home = homeOf(answers[0]!);
  const questions = answers.map((answer) => questionOf(answer, sources.get(answer.slug)!, ledger, corrections));
  const segments = SEGMENTS.filter(({ id }) => questions.some(({ segment }) => segment === id)).map((one) => ({ ...one, address: `${home}${one.id}/` }));
  const content = JSON.stringify([BANK, segments, questions]).replaceAll(home, '');
  return {
    $schema: `${home}bank.schema.json`,
    version: BANK_VERSION,
    edition: createHash('sha256').update(content).digest('hex').slice(0, 16),
    name: BANK.name,
    about: BANK.about,
    home,
    licence: LICENCE,
    nodeLines: BANK.nodeLines,
    segments,
    questions,
  };
}

function questionOf(answer: BuiltAnswer, source: string, ledger: Ledger, corrections: readonly Correction[]): BankQuestion {
  const { id, slug, address, permanent, markdown, segment, level, title, short, tags, aliases, followUps, references, reviewed } = answer;
  return {
    ...{ id, slug, address, permanent, markdown, segment: segment.id, level, title, short, tags, aliases, followUps, references, reviewed },
    corrected: corrections.filter(({ question }) => question === slug).map(({ on }) => day(on)),
    files: readHelpers(readCodes(source)),
    programs: extractPrograms(source).programs.map((program) => programOf(program, slug, ledger)),
  };
}

function programOf(program: Program, slug: string, ledger: Ledger): BankQuestion['programs'][number] {
  const { title, kind, variants, code, files, needs, throws, outcomes, outputs, lines } = program;
  const entry = entryFor(program, ledger);
  if (!entry) throw new Error(`${slug}: ${title} is not in the ledger. Run: npm run verify -- --only ${slug} --update`);
  return {
    ...{ title, kind, names: variants, code, files: files.map(({ name }) => name), needs, throws },
    runs: Object.fromEntries(lines.map((line) => [line, entry.runs[line]!.version])),
    outcomes,
    outputs: outputs.map((output, i) => ({
      text: output.value,
      lines: output.lines,
      name: output.variant,
      ...(outcomes !== null && { counts: Object.fromEntries(output.lines.map((line) => [line, entry.runs[line]?.counts?.[i] ?? 0])) }),
    })),
  };
}
