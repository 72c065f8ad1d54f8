import { parseArgs, styleText } from 'node:util';
import { answersExplainThemselves } from './answers-explain-themselves.ts';
import { readBank } from './bank.ts';
import { calloutsHaveIdsOfTheirOwn } from './callouts-have-ids-of-their-own.ts';
import type { Check, Finding } from './check.ts';
import { correctionsNameTheirAnswers } from './corrections-name-their-answers.ts';
import { everyProgramIsRunOrExplained } from './every-program-is-run-or-explained.ts';
import { everySourceIsAnswered } from './every-source-is-answered.ts';
import { fewProgramsAreNotRun } from './few-programs-are-not-run.ts';
import { followUpsLeadSomewhere } from './follow-ups-lead-somewhere.ts';
import { frontMatterIsValid } from './front-matter-is-valid.ts';
import { headingsHaveShortIds } from './headings-have-short-ids.ts';
import { noQuestionIsAnOrphan } from './no-question-is-an-orphan.ts';
import { numbersFollowThePlan } from './numbers-follow-the-plan.ts';
import { pagesStandInTheirPlace } from './pages-stand-in-their-place.ts';
import { pathsLeadSomewhere } from './paths-lead-somewhere.ts';
import { predictionsAgreeWithTheOutput } from './predictions-agree-with-the-output.ts';
import { programsMatchTheLedger } from './programs-match-the-ledger.ts';
import { publishedNumbersNeverChange } from './published-numbers-never-change.ts';
import { appendPublished, PUBLISHED_FILE } from './published.ts';
import { summary } from './summary.ts';

const CHECKS: readonly Check[] = [
  pagesStandInTheirPlace,
  frontMatterIsValid,
  publishedNumbersNeverChange,
  numbersFollowThePlan,
  followUpsLeadSomewhere,
  noQuestionIsAnOrphan,
  pathsLeadSomewhere,
  headingsHaveShortIds,
  calloutsHaveIdsOfTheirOwn,
  answersExplainThemselves,
  everyProgramIsRunOrExplained,
  programsMatchTheLedger,
  fewProgramsAreNotRun,
  predictionsAgreeWithTheOutput,
  correctionsNameTheirAnswers,
  everySourceIsAnswered,
];

/** A finding as text: path and line first, so that an editor can jump there. */
const show = ({ path, line, what, repair }: Finding): string => `  ${path}:${line}  ${what}\n    → ${repair}`;

function main(): void {
  const { values } = parseArgs({ options: { update: { type: 'boolean' } } });
  const root = process.cwd();
  if (values.update) {
    const added = appendPublished(root, readBank(root).questions);
    console.log(added.length > 0 ? `${PUBLISHED_FILE}: added ${added.join(', ')}` : `${PUBLISHED_FILE}: nothing to add`);
  }
  const bank = readBank(root);
  let broken = 0;
  for (const check of CHECKS) {
    const result = check.find(bank);
    if ('skipped' in result) console.log(`${styleText('dim', '–')} ${check.promise} (skipped: ${result.skipped})`);
    else if (result.length === 0) console.log(`${styleText('green', '✓')} ${check.promise}`);
    else console.log([`${styleText('red', '✗')} ${check.promise}: ${result.length} to repair`, ...result.map(show)].join('\n'));
    if (!('skipped' in result)) broken += result.length;
  }
  console.log(summary(bank));
  if (broken > 0) process.exitCode = 1;
}

try {
  main();
} catch (error) {
  // A page that cannot be read, a wrong option: the message says which, the stack would only hide it.
  console.error((error as Error).message);
  process.exitCode = 2;
}
