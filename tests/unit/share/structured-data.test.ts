import { expect, test } from 'vitest';
import { asQuestion } from '../../../src/bank/questions.ts';
import { jsonLd, questionData, siteData } from '../../../src/share/structured-data.ts';
import { fields } from '../bank/fields.ts';

const home = 'https://example.org/bank/';
const page = `${home}event-loop/phases/`;
const addresses = { home, segment: `${home}event-loop/`, page, image: `${home}cards/event-loop/phases.png` };
const question = asQuestion({ id: 'event-loop/phases', data: fields({ title: 'What ends </script> here?' }) as { title: string } })!;

interface Read {
  '@graph': Record<string, unknown>[];
}
const read = JSON.parse(jsonLd(questionData(question, addresses, 'Short.'))) as Read;

test('an answer is an article about one question, reviewed on a day, under the licence of the answers', () => {
  expect(read['@graph'][0]).toMatchObject({
    '@type': 'Article',
    url: page,
    dateModified: '2026-11-20',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    mainEntity: { '@type': 'Question', name: question.title, acceptedAnswer: { '@type': 'Answer', text: question.short } },
  });
});

test('the way to an answer leads over the home page and its segment', () => {
  expect(read['@graph'][1]).toMatchObject({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { position: 1, item: home },
      { position: 2, name: 'The event loop', item: `${home}event-loop/` },
      { position: 3, name: question.title },
    ],
  });
});

test('no title can end the script that holds it', () => {
  const text = jsonLd(questionData(question, addresses, '<!-- <script>'));
  expect(text).not.toContain('<');
  expect(text).toContain('What ends \\u003c/script> here?');
});

test('the home page says what the site is called', () => {
  expect(JSON.parse(jsonLd(siteData(home)))).toMatchObject({ '@type': 'WebSite', name: 'Node Answered', url: home });
});
