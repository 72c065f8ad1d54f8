import { definePlugin } from '@astrojs/starlight/expressive-code';
import { addClassName, h, select, type Element } from '@astrojs/starlight/expressive-code/hast';
import { NOTE_WORD, RAN_WORD } from './fences.ts';

/**
 * Expressive Code plugin: the pill "ran on Node 22 · 24 · 26" in a program's title bar and the output panel joined below it.
 * It only draws what `fences.ts` found in the ledger. Its styles stand in `src/styles/code.css`.
 */
export function runnablePlugin() {
  return definePlugin({
    name: 'runnable',
    hooks: {
      preprocessMetadata({ codeBlock }) {
        if (codeBlock.metaOptions.getBoolean('output')) codeBlock.props.frame = 'none';
        const file = codeBlock.metaOptions.getString('file');
        if (file) codeBlock.props.title = file;
      },
      postprocessRenderedBlock({ codeBlock, renderData: { blockAst } }) {
        const meta = codeBlock.metaOptions;
        const note = meta.getString(NOTE_WORD);
        if (meta.getBoolean('output')) drawOutput(blockAst, note);
        else {
          // Words of code count less than words of prose in search; outputs (below) do not count at all.
          blockAst.properties['dataPagefindWeight'] = '0.4';
          if (note) blockAst.children.push(h('p.norun', note));
        }
        if (!meta.getBoolean('run')) return;
        addClassName(blockAst, 'is-run');
        const needs = meta.getString('needs');
        select('figcaption', blockAst)?.children.push(...(needs ? [services(needs)] : []), pill(meta.getString(RAN_WORD) ?? ''));
      },
    },
  });
}

function drawOutput(block: Element, note: string | undefined): void {
  addClassName(block, 'is-output');
  block.properties['dataPagefindIgnore'] = '';
  const pre = select('pre', block);
  if (pre) Object.assign(pre.properties, { role: 'group', ariaLabel: note ? `Output, ${note}` : 'Output' });
  block.children.unshift(h('div.output-note', { ariaHidden: 'true' }, note ?? 'Output'));
}

/** How the services that a program may need are written. */
const NAMES: Record<string, string> = { redis: 'Redis', postgres: 'PostgreSQL', nats: 'NATS', rabbitmq: 'RabbitMQ' };

function services(needs: string): Element {
  const names = needs.split(/\s+/).map((name) => NAMES[name] ?? name);
  return h('span.needs', `needs ${names.join(' and ')}`);
}

function pill(ran: string): Element {
  if (!ran) return h('span.ran.is-missing', 'not run yet');
  return h('span.ran', { title: 'This program was run on each of these Node lines and printed what is shown' }, `ran on Node ${ran.split(' ').join(' · ')}`);
}
