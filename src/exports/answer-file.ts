import { Document } from 'yaml';
import { LICENCE } from '../site.ts';
import type { BuiltAnswer } from './built-answers.ts';
import { toMarkdown } from './markdown.ts';
import { BANK, homeOf } from './site-facts.ts';

/**
 * An answer as a Markdown file of its own: what it is and whose, the question, the spoken answer, the answer, what is asked next, the sources.
 *
 * @param all every answer, for the titles of follow-ups
 */
export function answerFile(answer: BuiltAnswer, all: ReadonlyMap<string, BuiltAnswer>): string {
  const { id, title, short, level, segment, tags, address, permanent, reviewed, followUps, references } = answer;
  const header = {
    title,
    id,
    level,
    segment: segment.title,
    tags,
    address,
    permanent,
    reviewed,
    node: Object.keys(BANK.nodeLines).map(Number),
    licence: `${LICENCE.name}, ${LICENCE.url}`,
    source: `${BANK.name}, ${homeOf(answer)}`,
  };
  const next = followUps.flatMap((slug) => all.get(slug) ?? []).map((question) => link(question.title, question.address));
  return [
    `---\n${frontMatter(header)}---`,
    `# ${title}`,
    '## In half a minute',
    short,
    toMarkdown(answer.body).trimEnd(),
    '## They will ask next',
    next.join('\n'),
    '## Sources',
    references.map((source) => link(source.title, source.url)).join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Lists stand on one line: a header is read before the answer, not instead of it. */
function frontMatter(fields: Record<string, unknown>): string {
  const yaml = new Document(fields);
  for (const [name, value] of Object.entries(fields)) if (Array.isArray(value)) yaml.set(name, Object.assign(yaml.createNode(value), { flow: true }));
  return yaml.toString({ lineWidth: 0, flowCollectionPadding: false });
}

const link = (title: string, address: string): string => `- [${title.replace(/[[\]]/g, '\\$&')}](${address})`;
