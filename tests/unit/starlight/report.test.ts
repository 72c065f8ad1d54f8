import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { NODE_LINES } from '../../../src/fences/lines.ts';
import { reportAddress } from '../../../src/starlight/report.ts';

const address = new URL(reportAddress({ id: 26, title: 'Which runs first?', commit: '0123456789' }, 'https://example.org/event-loop/nexttick/'));

test('a report names the question, its page, its version and the Node releases it was run on', () => {
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    title: 'Wrong: 26, Which runs first?',
    page: 'https://example.org/event-loop/nexttick/',
    question: '26',
    commit: '0123456789',
    node: Object.values(NODE_LINES).join(', '),
  });
});

test('every field that is filled in stands in the form', () => {
  const form = parse(readFileSync(`.github/ISSUE_TEMPLATE/${address.searchParams.get('template')}`, 'utf8')) as { body: { id: string }[] };
  const ids = form.body.map(({ id }) => id);
  const filled = [...address.searchParams.keys()].filter((name) => name !== 'template' && name !== 'title');
  expect(ids).toEqual(expect.arrayContaining(filled));
});

test('a report without a known version leaves the field to the reader', () => {
  const plain = new URL(reportAddress({ id: 26, title: 'Which runs first?' }, 'https://example.org/'));
  expect(plain.searchParams.has('commit')).toBe(false);
});
