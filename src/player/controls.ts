import { escape } from '../bank/text.ts';
import { replay } from '../traces/replay.ts';
import { ICONS } from './icons.ts';
import { hasOwn, type TraceView } from './view.ts';

const BUTTONS = [
  ['first', 'First step'],
  ['back', 'Step back'],
  ['play', 'Play'],
  ['next', 'Step forward'],
  ['last', 'Last step'],
] as const;

/**
 * The switches between names or Node lines and between the outcomes of a race, where there are several, Node's own jobs, where there are any, and the way into predict mode.
 *
 * @param ownAddress of the recordings with Node's own jobs; '' when the page has them
 */
export function switches({ id, shown, files }: TraceView, ownAddress?: string): string {
  const lines = shown.filter(({ group }, i) => shown.findIndex((one) => one.group === group) === i);
  const radio = (name: string, label: string, value: number, checked: boolean): string =>
    `<label><input type="radio" name="${id}-${name}" value="${value}"${checked ? ' checked' : ''}><span>${escape(label)}</span></label>`;
  const byLine =
    lines.length > 1
      ? `<fieldset class="tp-switch"><legend>${files.length > 1 ? 'Run as' : 'Node'}</legend>${lines.map((one) => radio('line', one.choice, shown.indexOf(one), one === shown[0])).join('')}</fieldset>`
      : '';
  const byOutcome = lines.map(({ group }) => {
    const outcomes = shown.filter((one) => one.group === group);
    if (outcomes.length < 2) return '';
    const choices = outcomes.map((one, i) => radio(`outcome-${group}`, one.outcome || `outcome ${i + 1}`, shown.indexOf(one), i === 0)).join('');
    return `<fieldset class="tp-switch" data-group="${group}"${group > 0 ? ' hidden' : ''}><legend>A race</legend>${choices}</fieldset>`;
  });
  // With one line to print there is nothing to choose.
  const askable = shown.some(({ play }) => new Set(play.steps.flatMap((step) => (step.k === 'log' ? [step.x] : []))).size > 1);
  const quiz = askable ? `<button type="button" class="tp-quiz" data-b="quiz">Predict</button>` : '';
  const own =
    ownAddress !== undefined && hasOwn(shown)
      ? `<label class="tp-own"><input type="checkbox" value="${escape(ownAddress)}"><span>Node’s own jobs</span></label>`
      : '';
  return `<div class="tp-switches tp-live">${byLine}${byOutcome.join('')}${own}${quiz}</div>`;
}

/** The caption, the strip of all steps, and the buttons. */
export function controls({ shown, files }: TraceView): string {
  const { sentences, play } = shown[0]!;
  const longest = sentences.reduce((a, b) => (b.length > a.length ? b : a), '');
  const buttons = BUTTONS.map(
    ([name, label]) =>
      `<button type="button" data-b="${name}" aria-label="${label}"><svg viewBox="0 0 20 20" aria-hidden="true"><path d="${ICONS[name]}"/></svg></button>`,
  ).join('');
  const cells = replay(play).map(({ who, step }, i) => `<i class="q-${who} ${step.k}${i === 0 ? ' now' : ''}"></i>`);
  return `<div class="tp-bar tp-live" data-pagefind-ignore>
<p class="tp-say q-main" data-longest="${escape(longest)}" aria-live="polite"><span>${escape(sentences[0] ?? '')}</span></p>
<div class="tp-track"><div class="tp-cells" aria-hidden="true">${cells.join('')}</div><input type="range" min="0" max="${sentences.length - 1}" value="0" autocomplete="off" aria-label="Step of ${escape(files.join(' and '))}"></div>
<div class="tp-keys"><a class="tp-count" title="Link to this step"><span>1 / ${sentences.length}</span></a>${buttons}<button type="button" data-b="speed" aria-label="Speed: 1×">1×</button></div>
<div class="tp-choices" role="group" aria-label="What prints next?" hidden></div>
</div>`;
}
