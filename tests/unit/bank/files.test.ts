import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CONTENT, readPages } from '../../../src/bank/files.ts';

/** A project with these pages, by their path below the content folder. */
function project(pages: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'bank-files-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [name, source] of Object.entries(pages)) {
    const file = join(root, CONTENT, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, source);
  }
  return root;
}

test('pages are read in the order of their paths, each with its address and front matter', () => {
  const root = project({
    'loop/b.mdx': '---\ntitle: B\nid: 2\nreviewed: 2026-11-20\n---\nText',
    'loop/index.mdx': '---\ntitle: Loop\n---\n',
    'index.mdx': '---\ntitle: Home\n---\n',
  });
  const pages = readPages(root);
  expect(pages.map(({ id, path }) => [id, path])).toEqual([
    ['index', 'src/content/docs/index.mdx'],
    ['loop/b', 'src/content/docs/loop/b.mdx'],
    ['loop', 'src/content/docs/loop/index.mdx'],
  ]);
  expect(pages[1]!.data).toMatchObject({ title: 'B', id: 2, reviewed: new Date('2026-11-20') });
});

test('a page saved with Windows line ends is read as well', () => {
  expect(readPages(project({ 'loop/a.mdx': '---\r\ntitle: A\r\n---\r\nText' }))[0]!.data.title).toBe('A');
});

test('a page without front matter is named', () => {
  expect(() => readPages(project({ 'loop/a.mdx': '# A' }))).toThrow(
    'src/content/docs/loop/a.mdx: has no front matter. Begin the file with a block between two lines of ---.',
  );
});

test('front matter that is not YAML is named, with its line', () => {
  expect(() => readPages(project({ 'loop/a.mdx': '---\ntitle: "A\n---\n' }))).toThrow(
    /^src\/content\/docs\/loop\/a\.mdx: the front matter is not YAML\. .*line \d/s,
  );
});
