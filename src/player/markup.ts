import { escape } from '../bank/text.ts';
import { replay } from '../traces/replay.ts';
import { ARCS } from './arcs.ts';
import { mainName, type PlayData } from './play-data.ts';
import { controls, switches } from './controls.ts';
import { paintCode } from './paint.ts';
import type { Shown, TraceView } from './view.ts';
import { drawWheel } from './wheel.ts';

/** The queues as a reader sees them: place, name, what puts something there. */
const QUEUES = [
  ['tick', 'nextTick queue', 'process.nextTick'],
  ['micro', 'Microtask queue', 'promises, await'],
  ['timer', 'Timers', 'setTimeout'],
  ['io', 'I/O in progress', 'results come in poll'],
  ['immediate', 'Check queue', 'setImmediate'],
  ['wait', 'Waiting on a promise', 'in no queue yet'],
] as const;

/** The queues that belong to no phase, and the script: they stand in the middle of the wheel. */
const HUB = [
  ['main', ''],
  ['tick', 'nextTick'],
  ['micro', 'microtasks'],
] as const;

/**
 * What stands inside `<loop-player>`. It is complete without a script: the code with numbered lines and every step in words.
 * The panes are there from the start, so that nothing jumps when the script arrives; without scripting they are not shown.
 *
 * @param places addresses: of the page with all recorded runs, and of the recordings with Node's own jobs, '' to have them in the page
 */
export function playerMarkup(view: TraceView, { gallery, own }: { gallery?: string; own?: string } = {}): string {
  const { files, shown, differences } = view;
  const [first] = shown;
  const name = escape(files.join(' and '));
  const data: PlayData = { recordings: shown.map(({ play }) => play), ...(own === '' && { whole: shown.map(({ whole }) => whole) }) };
  return `<section class="tp" aria-label="${name}, step by step">
<header class="tp-head" data-pagefind-ignore>
<p class="tp-title"><strong>Watch it run</strong> <code>${name}</code></p>
<p class="tp-evidence">Recorded <span>${escape(first!.evidence)}</span></p>
${differences.length > 0 ? `<p class="tp-differ">${escape(differences.join(' '))}</p>` : ''}
${switches(view, own)}
</header>
<div class="tp-left"><pre class="tp-code" tabindex="0" role="group" aria-label="${name} with numbered lines" data-pagefind-ignore><code>${paintCode(view.code)}</code></pre>
<div class="tp-queues tp-live" data-pagefind-ignore>${queues(first!)}</div></div>
<div class="tp-right tp-live"><div class="tp-loop" aria-hidden="true" data-pagefind-ignore>${drawWheel()}
<div class="tp-hub">${HUB.map(([who, text]) => `<span class="q-${who}${who === 'main' ? ' on' : ''}" data-who="${who}">${text || mainName(first!.play.esm)}</span>`).join('')}
<small>before the loop</small>${ARCS.filter(({ who }) => who !== 'idle')
    .map(({ phase, who }) => `<em class="tp-arc q-${who}" data-p="${phase}">${phase}</em>`)
    .join('')}</div></div>
${pane('stack', 'Call stack', `<ol><li class="tp-frame"><b>${mainName(first!.play.esm)}</b><small>${escape(first!.play.file)}</small></li></ol>`, deepest(first!))}
${pane('console', 'Console', `<ol>${linesOf(first!)}</ol>`)}</div>
${controls(view)}
${shown.map((one, i) => stepsOf(one, i, shown)).join('\n')}
${gallery ? `<p class="tp-more" data-pagefind-ignore><a href="${escape(gallery)}">All recorded runs</a></p>` : ''}
<script type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
</section>`;
}

/** The most calls that are on the stack at once. */
const deepest = ({ play }: Shown): number => Math.max(1, ...replay(play).map(({ stack, frames }) => stack.length + frames.length));

/** @param n how much room it needs, in lines */
const pane = (kind: string, name: string, content: string, n?: number): string =>
  `<div class="tp-${kind}"${n ? ` style="--n:${n}"` : ''} role="group" aria-label="${name}" data-pagefind-ignore><p class="tp-name" aria-hidden="true">${name}</p>${content}</div>`;

function queues({ play }: Shown): string {
  const states = replay(play);
  return QUEUES.map(([place, name, from]) => {
    // As much room as the fullest moment needs, so that nothing moves while it plays.
    const most = Math.max(...states.map((state) => state.places[place].length));
    return `<div class="tp-queue q-${place}${most === 0 ? ' unused' : ''}" role="group" aria-label="${name}" style="--n:${Math.min(Math.max(most, 1), 4)}"><p class="tp-name" aria-hidden="true">${name}</p><ol data-place="${place}" data-hint="${from}"></ol></div>`;
  }).join('');
}

const linesOf = ({ play }: Shown): string =>
  play.steps.flatMap((step) => (step.k === 'log' ? [`<li class="later"><span>${escape(step.x)}</span></li>`] : [])).join('');

/** Every step in words: what is read without a script, what the search indexes, and where the player takes its captions from. */
function stepsOf({ line, outcome, evidence, sentences, play }: Shown, i: number, all: readonly Shown[]): string {
  const named = all.some((one) => one.play.file !== play.file);
  const which = [
    named ? `, run as ${escape(play.file)}` : all.some((one) => one.line !== line) ? ` on Node ${line}` : '',
    outcome && all.length > 1 ? `, as in ${outcome}` : '',
  ].join('');
  const items = sentences.map((text) => `<li>${escape(text)}</li>`).join('');
  return `<details class="tp-steps" data-evidence="${escape(evidence)}" data-pagefind-weight="0.3"><summary data-pagefind-ignore>All ${sentences.length} steps in words${which}</summary>
${i > 0 ? `<p>Recorded ${escape(evidence)}</p>` : ''}<ol>${items}</ol></details>`;
}
