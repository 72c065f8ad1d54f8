import type { Question } from '../bank/questions.ts';
import { withoutTicks } from '../bank/text.ts';

/** What is told of a question elsewhere. */
type Shared = Pick<Question, 'title' | 'short'>;

/**
 * How long a post may be, and how much of it a link takes, whatever its length; in characters as readers see them.
 * Source: Mastodon, `app/validators/status_length_validator.rb` (`MAX_CHARS`, `URL_PLACEHOLDER_CHARS`, grapheme clusters).
 */
export const POST = { most: 500, link: 23 } as const;

const BLANK_LINE = '\n\n';
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The length of a text in characters as readers see them. */
export const lengthOf = (text: string): number => [...graphemes.segment(text)].length;

/**
 * A question for chats and pull requests: its title as a bold link, the short answer, and the address once more for places that show
 * Markdown as it is typed.
 *
 * @param link its permanent address
 */
export function asMarkdown({ title, short }: Shared, link: string): string {
  return [`**[${escapeMarkdown(title)}](${link})**`, escapeMarkdown(oneLine(short)), link].join(BLANK_LINE);
}

/**
 * A question as plain text: its title and as many sentences of the short answer as fit a post with the link. Half a sentence could say
 * the opposite of the whole; only a first sentence that is too long is cut. Nothing in it mentions an account or joins a hashtag.
 */
export function asText(question: Shared): string {
  const [title, short] = [harmless(question.title), harmless(question.short)];
  const start = title + BLANK_LINE;
  const room = POST.most - POST.link - BLANK_LINE.length - lengthOf(start);
  const sentences = oneLine(short).split(/(?<=[.?!])\s+(?=[A-Z`“])/);
  let answer = '';
  for (const sentence of sentences.map(withoutTicks)) {
    const longer = answer ? `${answer} ${sentence}` : sentence;
    if (lengthOf(longer) > room) break;
    answer = longer;
  }
  return start + (answer || cut(withoutTicks(sentences[0]!), room));
}

/**
 * `@socket.io/…` would tell a stranger called "socket", and `#name` would join a hashtag. A word joiner, which nobody sees, behind the sign
 * makes neither. Source: Mastodon, `app/models/account.rb` (`MENTION_RE`) and `app/models/tag.rb` (`HASHTAG_RE`).
 */
const harmless = (text: string): string => text.replace(/(?<![\w/])[@#](?=\w)/g, '$&\u2060');

/** The words of a text that fit, and a sign that there were more. */
function cut(text: string, room: number): string {
  let kept = '';
  for (const word of text.split(' ')) {
    const longer = kept ? `${kept} ${word}` : word;
    if (lengthOf(longer) + 2 > room) break;
    kept = longer;
  }
  return `${kept} …`;
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

/**
 * Text with `code` in backticks as Markdown. Only what would be read as markup is escaped, for many chats show a needless `\` as it
 * is; `async_hooks` is none, `__dirname` would become bold.
 */
function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[\\*[\]<`]|(?<!\w)_+|_+(?!\w)/g, (found) => found.replace(/./g, '\\$&'))))
    .join('');
}
