import { describe, expect, test } from 'vitest';
import { readPages } from '../../../src/bank/files.ts';
import { questionsOf } from '../../../src/bank/questions.ts';
import { asMarkdown, asText, lengthOf, POST } from '../../../src/share/texts.ts';

const LINK = 'https://example.org/q/7/';
const bank = questionsOf(readPages(process.cwd()));

describe('as Markdown', () => {
  test('a question is its title as a bold link, the short answer, and the address', () => {
    const question = { title: 'What is a tick?', short: 'One turn.\n  See `process.nextTick`.' };
    expect(asMarkdown(question, LINK)).toBe(`**[What is a tick?](${LINK})**\n\nOne turn. See \`process.nextTick\`.\n\n${LINK}`);
  });

  test('what would be markup is escaped, what would not is left alone', () => {
    const markdown = asMarkdown({ title: 'Is __dirname [gone] in async_hooks?', short: '*No*, a < b. `*a_b*` stays; C:\\x.' }, LINK);
    expect(markdown).toContain('Is \\_\\_dirname \\[gone\\] in async_hooks?');
    expect(markdown).toContain('\\*No\\*, a \\< b. `*a_b*` stays; C:\\\\x.');
  });
});

describe('as text', () => {
  test('a question is its title and the short answer, without backticks', () => {
    expect(asText({ title: 'What is a tick?', short: 'One turn of `the loop`.\nNo more.' })).toBe('What is a tick?\n\nOne turn of the loop. No more.');
  });

  test('whole sentences are left out until it fits a post', () => {
    const short = `${'a'.repeat(300)}. ${'B'.repeat(160)}. Then it ends.`;
    expect(asText({ title: 'T?', short })).toBe(`T?\n\n${'a'.repeat(300)}. ${'B'.repeat(160)}.`);
    expect(asText({ title: 'T'.repeat(40), short })).toBe(`${'T'.repeat(40)}\n\n${'a'.repeat(300)}.`);
  });

  test('a first sentence that is too long is cut between words', () => {
    const text = asText({ title: 'T?', short: `${'word '.repeat(120)}end.` });
    expect(text).toMatch(/^T\?\n\nword (?:word )+…$/);
    expect(lengthOf(text)).toBeLessThanOrEqual(POST.most - POST.link - 2);
    expect(lengthOf(text)).toBeGreaterThan(POST.most - POST.link - 2 - 'word '.length);
  });

  test('every question of the bank fits a post with its link, without a sentence cut', () => {
    expect(bank.length).toBeGreaterThan(300);
    for (const question of bank) {
      const text = asText(question);
      expect(lengthOf(text) + 2 + POST.link, question.slug).toBeLessThanOrEqual(POST.most);
      expect(text, question.slug).not.toMatch(/…$/);
      expect(text.startsWith(`${question.title}\n\n`), question.slug).toBe(true);
    }
  });

  test('a package or a private name tells no stranger and joins no hashtag where it is posted', () => {
    const posted = asText({ title: 'What is `#count`?', short: 'See `@socket.io/redis-adapter`, a@b and /#x.' });
    expect(posted).toBe('What is `#\u2060count`?\n\nSee @\u2060socket.io/redis-adapter, a@b and /#x.');
    // MENTION_RE and HASHTAG_RE of Mastodon.
    for (const question of bank) expect(asText(question), question.slug).not.toMatch(/(?<![=/\w])@[a-z0-9_]|(?<![=/)\w])#\w*[a-z_]/i);
  });

  test('an emoji is one character, as readers see it', () => {
    expect(lengthOf('👩‍💻é')).toBe(2);
  });
});
