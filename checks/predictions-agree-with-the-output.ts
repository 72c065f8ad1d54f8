import type { Page } from './bank.ts';
import type { Check, Finding } from './check.ts';
import { attribute, components, lineOf, walk, type Node } from '../src/fences/tree.ts';

/** The verdict on an option must be the one the program gave, not the one the author remembers. */
export const predictionsAgreeWithTheOutput: Check = {
  promise: 'In every Predict exactly one option is correct, and it is what the program prints',
  find: ({ pages }) => pages.flatMap((page) => components(page.tree, 'Predict').flatMap((predict) => look(page, predict))),
};

function look({ path }: Page, predict: Node): Finding[] {
  const tell = (node: Node, what: string, repair: string): Finding[] => [{ path, line: lineOf(node), what, repair }];
  const options = components(predict, 'Option');
  const correct = options.filter((option) => attribute(option, 'correct') !== undefined);
  if (options.length < 2 || options.length > 4)
    return tell(predict, `this Predict has ${options.length} options.`, 'Write two to four <Option text="…">why</Option>.');
  if (correct.length !== 1) return tell(predict, `this Predict has ${correct.length} correct options.`, 'Mark exactly one: <Option text="…" correct>.');
  const texts = options.map((option) => attribute(option, 'text')?.trim() ?? '');
  const twin = texts.findIndex((text, i) => texts.indexOf(text) !== i);
  if (texts.includes('')) return tell(options[texts.indexOf('')]!, 'this Option has no text, or its text is not plain.', 'Write <Option text="…">.');
  if (twin >= 0) return tell(options[twin]!, `two options say "${texts[twin]}".`, 'Change one of them.');
  const outputs = [...walk(predict)].filter((node) => node.type === 'code' && /\boutput\b/.test(node.meta ?? ''));
  if (outputs.length !== 1) return [];
  const lines = (outputs[0]!.value ?? '').split('\n').filter((line) => line.trim() !== '');
  return options.flatMap((option, i) => {
    if (option === correct[0])
      return disagrees(texts[i]!, lines)
        ? tell(option, `the correct option says "${texts[i]}", the output says "${lines.join(', ')}".`, 'Make the option say what the program prints.')
        : [];
    return texts[i] === lines.join(', ')
      ? tell(option, `"${texts[i]}" is what the program prints, but the option is not marked correct.`, 'Move `correct` to it.')
      : [];
  });
}

/** True when the text is an order of lines (`a, b, c`) and another one than was printed. Prose cannot be compared and is trusted. */
export function disagrees(text: string, lines: readonly string[]): boolean {
  if (text === lines.join(', ')) return false;
  const items = text.split(', ');
  return items.length === lines.length && items.some((item) => lines.includes(item));
}
