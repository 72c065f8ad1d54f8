/** The words that may stand behind the language of a runnable fence, and what each one takes. */
const WORDS = {
  run: 'flag',
  title: 'text',
  file: 'text',
  throws: 'flag',
  node: 'text',
  needs: 'text',
  mask: 'text',
  outcomes: 'number',
  norun: 'text',
  as: 'text',
  output: 'flag',
} as const;

type Word = keyof typeof WORDS;
type ValueOf<W extends Word> = (typeof WORDS)[W] extends 'flag' ? true : (typeof WORDS)[W] extends 'number' ? number : string;
/** The words of one fence with their values; absent words are left out. */
export type Meta = { [W in Word]?: ValueOf<W> };

/** `outcomes` without a number. */
const DEFAULT_OUTCOME_RUNS = 20;

/** Words that Expressive Code reads and we pass through: `{1-3}`, `ins={2}`, `"text"`, `/re/`, `wrap`, … */
const PASSED_ON = /^(?:\{.*\}|"[^"]*"|'[^']*'|\/.*\/|(?:ins|del|mark|frame|wrap|lang|collapse|showLineNumbers|preserveIndent)(?:=.*)?)$/;

/** A word with its value, which may hold blanks inside quotes, braces or slashes. */
const TOKEN = /(?:[^\s"'{/]|"[^"]*"|'[^']*'|\{[^}]*\}|\/[^/]*\/)+/g;

/**
 * Parses the meta string of one fence, e.g. `run title="a.mjs" node=">=24"`.
 *
 * @throws Error naming the wrong word and the nearest thing to write instead
 */
export function parseMeta(text: string): Meta {
  const meta: Record<string, string | number | true> = {};
  const unread = text.replace(TOKEN, '').trim();
  if (unread) throw new Error(`The words behind the language cannot be read near ${unread}: a quote, brace or slash is not closed.`);
  for (const token of text.match(TOKEN) ?? []) {
    if (PASSED_ON.test(token)) continue;
    const [, word = token, , quoted] = /^([\w-]+)(=(?:"([^"]*)"|'([^']*)'|(\S*)))?$/.exec(token) ?? [];
    const value =
      quoted ??
      /=(?:'([^']*)'|(\S*))$/
        .exec(token)
        ?.slice(1)
        .find((v) => v !== undefined);
    if (!Object.hasOwn(WORDS, word)) {
      throw new Error(`"${word}" is not a meta word of a fence. Known words: ${Object.keys(WORDS).join(', ')}.`);
    }
    if (Object.hasOwn(meta, word)) throw new Error(`The meta word "${word}" stands twice. Keep one.`);
    meta[word] = readValue(word as Word, value);
  }
  return meta as Meta;
}

function readValue(word: Word, value: string | undefined): string | number | true {
  switch (WORDS[word]) {
    case 'flag':
      if (value !== undefined) throw new Error(`"${word}" takes no value. Write just ${word}.`);
      return true;
    case 'number': {
      const n = value === undefined ? DEFAULT_OUTCOME_RUNS : Number(value);
      if (!Number.isInteger(n) || n < 2 || n > 200) throw new Error(`${word}=${value} must be a whole number from 2 to 200, the number of runs.`);
      return n;
    }
    default:
      if (!value?.trim()) throw new Error(`"${word}" needs a value. Write ${word}="…".`);
      return value;
  }
}
