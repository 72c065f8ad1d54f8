import { createRenderer } from '@astrojs/starlight/expressive-code';
import { select, selectAll, toHtml, toText, type Element } from '@astrojs/starlight/expressive-code/hast';
import { expect, test } from 'vitest';
import { runnablePlugin } from '../../../src/markdown/runnable.ts';

const { ec } = await createRenderer({ themes: ['github-dark-default'], plugins: [runnablePlugin()] });

/** A fence as Expressive Code draws it on the page. */
async function draw(language: string, meta: string, code = 'one\ntwo'): Promise<Element> {
  return (await ec.render({ code, language, meta })).renderedGroupAst as Element;
}

const text = (selector: string, block: Element): string | undefined => {
  const found = select(selector, block);
  return found && toText(found);
};

test('a program that ran says on which Node lines, in its title bar', async () => {
  const block = await draw('js', 'run title="a.mjs" ran="22 24 26"');
  expect(text('figcaption .title', block)).toBe('a.mjs');
  expect(text('figcaption .ran', block)).toBe('ran on Node 22 · 24 · 26');
  expect(select('.is-run', block)).toBeDefined();
});

test('a program that did not run as it stands says so', async () => {
  expect(text('figcaption .ran.is-missing', await draw('js', 'run title="a.mjs" ran=""'))).toBe('not run yet');
});

test('a program without the plugin before it is not taken for one that ran', async () => {
  expect(text('figcaption .ran.is-missing', await draw('js', 'run title="a.mjs"'))).toBe('not run yet');
});

test('an output is a panel with a label that is read out, outside the search index', async () => {
  const block = await draw('text', 'output');
  const panel = select('.is-output', block)!;
  expect(panel.properties['dataPagefindIgnore']).toBe('');
  expect(select('pre', panel)!.properties).toMatchObject({ role: 'group', ariaLabel: 'Output' });
  expect(text('.output-note', panel)).toBe('Output');
});

test('an output with a note is labelled by it', async () => {
  const panel = select('.is-output', await draw('text', 'output note="Node 26"'))!;
  expect(select('pre', panel)!.properties['ariaLabel']).toBe('Output, Node 26');
  expect(text('.output-note', panel)).toBe('Node 26');
});

test('a program that is not run shows the reason', async () => {
  const block = await draw('js', 'norun="needs a cluster" note="Not run: needs a cluster"');
  expect(text('.norun', block)).toBe('Not run: needs a cluster');
  expect(select('.ran', block)).toBeUndefined();
});

test('a helper file is titled by its name and has no pill', async () => {
  const block = await draw('js', 'file="lib.mjs"');
  expect(text('figcaption .title', block)).toBe('lib.mjs');
  expect(select('.ran', block)).toBeUndefined();
});

test('a frame has at most one caption', async () => {
  for (const meta of ['run title="a.mjs" ran="22"', 'norun="why" note="Not run: why"', 'output note="Node 26"']) {
    expect(selectAll('figcaption', await draw('js', meta)), meta).toHaveLength(1);
  }
});

test('a program that needs services says which', async () => {
  expect(text('.needs', await draw('js', 'run title="a.mjs" needs="redis postgres"'))).toBe('needs Redis and PostgreSQL');
  expect(text('.needs', await draw('js', 'run title="a.mjs"'))).toBeUndefined();
});

test('code counts less than prose in the search', async () => {
  expect(toHtml(await draw('js', 'run title="a.mjs"'))).toContain('data-pagefind-weight="0.4"');
});

test('no meta word is drawn as a marker or lost code', async () => {
  const block = await draw('js', 'run title="a.mjs" node=">=24" mask="pid" outcomes=40 needs="redis" throws as="cjs mjs" ran="24 26"', 'run(24)');
  expect(selectAll('mark', block)).toEqual([]);
  expect(text('pre code', block)!.trim()).toBe('run(24)');
});
