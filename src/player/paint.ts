import { tokenizer, tokTypes, type Comment } from 'acorn';
import { escape } from '../bank/text.ts';

/** A stretch of code and the class it is painted with. */
type Span = [from: number, to: number, kind: string];

const CONSTANTS = /^(?:null|true|false|undefined)$/;

/** Words that are names to the tokenizer and keywords to a reader. */
const SOFT_KEYWORDS = /^(?:async|await|let|of|from|static|get|set)$/;

/**
 * Code as lines of HTML, each a `<span class="ln">`, so that a line can be lit. Painted by the tokenizer; text it does not
 * understand (TypeScript, most often) stays plain.
 */
export function paintCode(code: string): string {
  const spans = spansOf(code);
  let at = 0;
  const lines = code.trimEnd().split('\n');
  return lines
    .map((line, i) => {
      const html = paintLine(line, at, spans);
      at += line.length + 1;
      return `<span class="ln" data-l="${i + 1}">${html}\n</span>`;
    })
    .join('');
}

/** One line that begins at `from`; a span may go over its end. */
function paintLine(line: string, from: number, spans: readonly Span[]): string {
  const to = from + line.length;
  let html = '';
  let at = from;
  for (const [start, end, kind] of spans) {
    if (end <= from || start >= to) continue;
    const [a, b] = [Math.max(start, from), Math.min(end, to)];
    html += `${escape(line.slice(at - from, a - from))}<i class="${kind}">${escape(line.slice(a - from, b - from))}</i>`;
    at = b;
  }
  return html + escape(line.slice(at - from));
}

function spansOf(code: string): Span[] {
  const spans: Span[] = [];
  const onComment: Comment[] = [];
  try {
    for (const token of tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true, onComment })) {
      const word = code.slice(token.start, token.end);
      if (token.type === tokTypes.string || token.type === tokTypes.template || token.type === tokTypes.backQuote) spans.push([token.start, token.end, 's']);
      else if (token.type === tokTypes.num || CONSTANTS.test(word)) spans.push([token.start, token.end, 'n']);
      else if (token.type.keyword || SOFT_KEYWORDS.test(word)) spans.push([token.start, token.end, 'k']);
      else if (token.type === tokTypes.name && /^\s*\(/.test(code.slice(token.end))) spans.push([token.start, token.end, 'f']);
    }
  } catch {
    return [];
  }
  return [...spans, ...onComment.map((comment): Span => [comment.start, comment.end, 'c'])].sort((a, b) => a[0] - b[0]);
}
