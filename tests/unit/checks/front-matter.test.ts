import { expect, test } from 'vitest';
import { frontMatterIsValid } from '../../../checks/front-matter-is-valid.ts';
import { fieldLine } from '../../../checks/places.ts';
import { file, found, lineWith, question } from './bank.ts';

test('a valid question has nothing to repair', () => {
  expect(found(frontMatterIsValid, [question('event-loop/a'), file('event-loop', { title: 'The event loop' })])).toEqual([]);
});

test('each mistake is told with the line of its field', () => {
  const page = question('event-loop/a', {
    level: 'expert',
    references: [
      { title: 'Docs', url: 'https://a.example' },
      { title: 'Old docs', url: 'http://b.example' },
    ],
  });
  expect(found(frontMatterIsValid, [page])).toEqual([
    expect.stringMatching(new RegExp(`^event-loop/a\\.mdx:${lineWith(page, 'level:')} level must be one of junior, mid, senior\\. → `)),
    expect.stringMatching(new RegExp(`^event-loop/a\\.mdx:${lineWith(page, 'http://b.example')} references\\.1\\.url must be an https:// address\\. → `)),
  ]);
});

test('a missing field is told, wherever the front matter begins', () => {
  expect(found(frontMatterIsValid, [question('event-loop/a', { level: undefined })])).toEqual([expect.stringContaining('event-loop/a.mdx:2 level is missing')]);
});

test('a page without a title is told', () => {
  expect(found(frontMatterIsValid, [file('event-loop', { description: 'x' })])).toEqual([expect.stringContaining('event-loop/index.mdx:2 title is missing.')]);
});

const written =
  '---\ntitle: A\nshort: >-\n  several\n  lines\ntags: [timers, promises]\nreferences:\n  - { title: "A", url: "https://a" }\n  - title: B\n    url: https://b\n---\nText';
test.each([
  [['title'], 2],
  [['short'], 3],
  [['tags', 1], 6],
  [['references', 0, 'url'], 8],
  [['references', 1, 'url'], 10],
  [['references', 1, 'missing'], 9],
  [['references', 7], 7],
])('the field %j stands on line %i', (path, line) => {
  expect(fieldLine(written, path)).toBe(line);
});

test('lines are right in a file with Windows line ends', () => {
  expect(fieldLine(written.replaceAll('\n', '\r\n'), ['tags', 0])).toBe(6);
});
