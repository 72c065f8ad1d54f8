import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { stringify } from 'yaml';
import { CONTENT } from '../../../src/bank/files.ts';
import { sidebar } from '../../../src/starlight/sidebar.ts';
import { fields } from '../bank/fields.ts';

/** A project with these pages, by their path below the content folder. */
function project(pages: Record<string, Record<string, unknown>>): string {
  const root = mkdtempSync(join(tmpdir(), 'sidebar-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [name, data] of Object.entries(pages)) {
    const file = join(root, CONTENT, `${name}.mdx`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `---\n${stringify(data, { customTags: ['timestamp'] })}---\n`);
  }
  return root;
}

const plain = (title: string) => ({ title });

test('a segment shows its overview, then its questions in the order of their numbers', () => {
  const root = project({ 'event-loop/index': plain('The event loop'), 'event-loop/a': fields({ id: 9 }), 'event-loop/b': fields({ id: 3 }) });
  expect(sidebar(root)).toEqual([
    { label: 'The event loop', items: [{ slug: 'event-loop', label: 'Overview' }, { slug: 'event-loop/b' }, { slug: 'event-loop/a' }] },
  ]);
});

test('segments stand in the order of study, and those without an index page are left out', () => {
  const root = project({ 'streams/index': plain('S'), 'event-loop/index': plain('E'), 'async/x': fields() });
  expect(sidebar(root).map((group) => typeof group === 'object' && 'label' in group && group.label)).toEqual(['The event loop', 'Streams and buffers']);
});

test('a page whose front matter is wrong is left out here: the schema reports it, with its place', () => {
  const root = project({ 'event-loop/index': plain('E'), 'event-loop/good': fields({ id: 3 }), 'event-loop/bad': fields({ id: 4, short: 'too short' }) });
  expect(JSON.stringify(sidebar(root))).not.toContain('event-loop/bad');
});

test('the ways in stand above the segments, pages about the bank below', () => {
  const root = project({ 'commonly-wrong': plain('C'), 'event-loop/index': plain('E'), questions: plain('Q'), 'start-here': plain('S') });
  expect(sidebar(root)).toEqual([
    { slug: 'start-here' },
    { slug: 'questions' },
    expect.objectContaining({ label: 'The event loop' }),
    { slug: 'commonly-wrong' },
  ]);
});
