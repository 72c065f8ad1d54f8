import { expect, test } from 'vitest';
import { inWords, minutesFor, PACE } from '../../../src/ways/reading-time.ts';
import { words } from '../bank/fields.ts';

test('words take as long as the pace says', () => {
  expect(minutesFor(words(PACE.wordsPerMinute * 3), words(PACE.wordsPerMinute))).toBeCloseTo(4);
});

test('a program and its output take time by their lines, not by their words', () => {
  const lines = 60 / PACE.secondsPerLine;
  const program = Array.from({ length: lines - 1 }, () => 'one two three four').join('\n');
  expect(minutesFor(`\`\`\`js run title="a.cjs"\n${program}\n\`\`\`\n\n\`\`\`text output\nhello\n\`\`\`\n`, '')).toBeCloseTo(1);
});

test('what stands in lists, tables and callouts is read too, each word once', () => {
  const body = '- one two\n- three `four`\n\n| five | six |\n| --- | --- |\n| seven | eight |\n\n<Pitfall title="not counted">\n  nine **ten**\n</Pitfall>\n';
  expect(minutesFor(body, '') * PACE.wordsPerMinute).toBeCloseTo(10);
});

test('a time is rounded to five minutes and told in words', () => {
  expect([0, 12.4, 62.4, 62.6, 118, 150].map(inWords)).toEqual(['5 minutes', '10 minutes', '1 hour', '1 hour 5 minutes', '2 hours', '2 hours 30 minutes']);
});
