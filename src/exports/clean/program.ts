import type { Element, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { h, hasClass, type Rule, textIn } from './rule.ts';

/** A frame of Expressive Code: a program or another piece of code, or the output of the program above it. */
export const program: Rule = (frame) => {
  if (frame.tagName !== 'figure' || !hasClass(frame, 'frame')) return null;
  return [hasClass(frame, 'is-output') ? outputOf(frame) : programOf(frame)];
};

const textOf = (selector: string, frame: Element): string => {
  const found = select(selector, frame);
  return found ? textIn(found).trim() : '';
};

/** The code as it was written. Each line is an element, an empty one holds a line end. */
const codeOf = (frame: Element): string =>
  selectAll('.ec-line', frame)
    .map((line) => textIn(line).replace(/\n$/, ''))
    .join('\n');

const languageOf = (frame: Element): string => String(select('pre', frame)?.properties['dataLanguage'] ?? 'text');

function programOf(frame: Element): Element {
  const title = textOf('.title', frame);
  // "ran on Node 22 · 24 · 26", drawn by src/markdown/runnable.ts.
  const ran = hasClass(frame, 'is-run') ? (textOf('.ran', frame).match(/\d+/g) ?? []).join(' ') : undefined;
  const notes = [textOf('.needs', frame), textOf('.ran', frame), textOf('.norun', frame)].filter(Boolean).join(' · ');
  const caption = [title && h('code', {}, title), title && notes && ' ', notes && h('small', {}, notes)].filter((part) => part !== '');
  return h(
    'figure',
    { className: ['program'], ...(title && { dataTitle: title }), ...(ran !== undefined && { dataRan: ran }) },
    ...(caption.length > 0 ? [h('figcaption', {}, ...caption)] : []),
    h('pre', title ? { dataTitle: title } : {}, h('code', { className: [`language-${languageOf(frame)}`] }, `${codeOf(frame)}\n`)),
  );
}

function outputOf(frame: Element): Element {
  const label = textOf('.output-note', frame);
  return h(
    'figure',
    { className: ['output'], dataLabel: label },
    h('figcaption', {}, label),
    h('pre', { className: ['output'] }, h('code', { className: ['language-text'] }, `${codeOf(frame)}\n`)),
  );
}

/** Puts into the label of each output of a body what a reader knows from the pill above it: on which Node lines it was printed. */
export function nameOutputs(body: Root): void {
  let ran = '';
  for (const figure of selectAll('figure', body)) {
    if (hasClass(figure, 'program')) ran = String(figure.properties['dataRan'] ?? '');
    if (!hasClass(figure, 'output')) continue;
    const label = outputLabel(String(figure.properties['dataLabel']), ran.split(' ').filter(Boolean));
    figure.properties['dataLabel'] = label;
    select('figcaption', figure)!.children = [{ type: 'text', value: label }];
  }
}

/**
 * What is said above an output: `Output of order.cjs (Node 22, 24)`.
 *
 * @param note what the page has above it: `Output`, or what `noteOf()` of src/markdown/fences.ts makes of a program with several outputs
 * @param ran the Node lines its program ran on
 */
export function outputLabel(note: string, ran: readonly string[]): string {
  const parts = note === 'Output' ? [] : note.split(' · ');
  const counts = parts.find((part) => /^(Of \d|One of)/.test(part));
  const lines = parts.find((part) => /^Node \d/.test(part)) ?? (ran.length > 0 ? `Node ${ran.join(', ')}` : undefined);
  const variant = parts.find((part) => part !== counts && part !== lines);
  const detail = counts ? counts[0]!.toLowerCase() + counts.slice(1) : lines;
  return ['Output', variant && `of ${variant}`, detail && `(${detail})`].filter(Boolean).join(' ');
}
