import { select, selectAll } from 'hast-util-select';
import { h, type Rule, textIn } from './rule.ts';

/** A recorded run, which the website plays: where it was recorded, and its steps in words. */
export const trace: Rule = (player, cleanAll) => {
  if (player.tagName !== 'loop-player') return null;
  const name = select('.tp-title code', player);
  if (!name) throw new Error('A <loop-player> has no .tp-title with the name of its program. It is drawn by src/player/markup.ts.');
  const of = textIn(name);
  const steps = selectAll('details.tp-steps', player).flatMap((details) => [
    h('p', {}, `${textIn(select('summary', details)!)}:`),
    ...cleanAll(details.children.filter((child) => child.type !== 'element' || child.tagName !== 'summary')),
  ]);
  const said = ['.tp-evidence', '.tp-differ'].flatMap((selector) => selectAll(selector, player)).map((p) => h('p', {}, textIn(p).trim()));
  const id = player.properties['id'];
  return [
    h(
      'section',
      { className: ['trace'], ...(id !== undefined && { id }), dataOf: of },
      h('p', { className: ['headline'] }, h('strong', {}, 'Step by step:'), ' ', h('code', {}, of)),
      ...said,
      ...steps,
    ),
  ];
};
