import { SEGMENTS } from '../bank/segments.ts';
import { firstSentence } from '../bank/text.ts';
import { LICENCE } from '../site.ts';
import type { BuiltAnswer } from './built-answers.ts';
import { BANK, homeOf } from './site-facts.ts';
import { formatSize } from './size.ts';

/**
 * `llms.txt`, in the form of https://llmstxt.org: the bank as a list of links to its answers in Markdown.
 *
 * @param answers in the order of their ids
 * @param full what `llmsFull()` made, for its size
 */
export function llms(answers: readonly BuiltAnswer[], full: string): string {
  const home = homeOf(answers[0]!);
  const sections = SEGMENTS.flatMap(({ id, title }) => {
    const own = answers.filter(({ segment }) => segment.id === id);
    return own.length === 0
      ? []
      : [`## ${title}`, own.map((answer) => `- [${escape(answer.title)}](${answer.markdown}): ${answer.level}. ${firstSentence(answer.short)}`).join('\n')];
  });
  return [
    `# ${BANK.name}`,
    `> ${BANK.about}`,
    `${answers.length} interview questions. Every program in an answer was run on Node ${Object.keys(BANK.nodeLines).join(', ')}, and the output below it is what it printed. ` +
      `The answers are under ${LICENCE.name} (${LICENCE.url}): name ${BANK.name}, ${home}, as the source.`,
    ...sections,
    '## Optional',
    [
      `- [Every answer in one file](${home}llms-full.txt): ${formatSize(Buffer.byteLength(full))} of Markdown`,
      `- [The questions and programs as JSON](${home}bank.json): described by ${home}bank.schema.json`,
    ].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

/** `llms-full.txt`: every answer as Markdown, one after the other, in the order of their ids. @param files what `answerFile()` made of each */
export const llmsFull = (files: readonly string[]): string => [`# ${BANK.name}\n\n> ${BANK.about}\n`, ...files].join('\n');

const escape = (title: string): string => title.replace(/[[\]]/g, '\\$&');
