import { select, selectAll, toHtml, type Element, type Root } from '@astrojs/starlight/expressive-code/hast';
import { htmlToHast } from 'satteri';

/** One answer. */
export interface PredictOption {
  text: string;
  correct: boolean;
  /** The reason, as HTML. */
  why: string;
}
/** What a `<Predict>` is put together from; programs and outputs as HTML. */
export interface PredictParts {
  program: string;
  output: string;
  options: PredictOption[];
}

/**
 * Takes the rendered children of a `<Predict>` apart: the program, what it prints, and the options with their reasons.
 *
 * @param html the rendered slot
 * @throws Error with the repair when a part is missing or not exactly one option is correct
 */
export function predictParts(html: string): PredictParts {
  const tree = htmlToHast(html) as Root;
  const blocks = selectAll('.expressive-code', tree);
  const isOutput = (block: Element): boolean => select('.is-output', block) !== undefined;
  const options = selectAll('predict-option', tree).map((option) => ({
    text: String(option.properties['dataText'] ?? ''),
    correct: option.properties['dataCorrect'] !== undefined,
    why: toHtml(option.children),
  }));
  const programs = blocks.filter((block) => !isOutput(block));
  const outputs = blocks.filter(isOutput);
  if (programs.length === 0 || outputs.length === 0)
    throw new Error('<Predict> needs a `js run` fence and its `text output` fence, with blank lines around them.');
  if (options.length < 2) throw new Error(`<Predict> has ${options.length} options. Write two to four <Option text="…">why</Option>.`);
  const correct = options.filter((option) => option.correct).length;
  if (correct !== 1) throw new Error(`<Predict> has ${correct} correct options. Mark exactly one: <Option text="…" correct>.`);
  return { program: toHtml(programs), output: toHtml(outputs), options };
}
