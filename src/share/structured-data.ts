import type { Article, BreadcrumbList, Graph, Organization, WebSite, WithContext } from 'schema-dts';
import { day } from '../bank/dates.ts';
import type { Question } from '../bank/questions.ts';
import { segment } from '../bank/segments.ts';
import { withoutTicks } from '../bank/text.ts';
import { LICENCE, PROMISE, SITE_NAME } from '../site.ts';

/** Addresses of a question, absolute. */
export interface Addresses {
  home: string;
  segment: string;
  page: string;
  image: string;
}

const maker = (home: string): Organization => ({ '@type': 'Organization', name: SITE_NAME, url: home });

/**
 * What a question's page is, in the words of schema.org: an article about one question with its accepted answer, and the way to it.
 *
 * Not `QAPage`: Google asks that users can submit answers there, and names "a how-to guide that answers a question" as a wrong use
 * (developers.google.com/search/docs/appearance/structured-data/qapage). Not `FAQPage`: that is a list of questions, and Google shows none
 * of them since May 2026 (…/faqpage). `Article` is true and supported, and needs no property that we would have to invent.
 *
 * @param description one or two sentences
 */
export function questionData(question: Question, { home, segment: overview, page, image }: Addresses, description: string): Graph {
  const { title } = segment(question.segmentId);
  const article: Article = {
    '@type': 'Article',
    headline: question.title,
    description,
    image,
    url: page,
    mainEntityOfPage: page,
    dateModified: day(question.reviewed),
    author: maker(home),
    license: LICENCE.url,
    isAccessibleForFree: true,
    inLanguage: 'en',
    articleSection: title,
    keywords: [...question.tags, question.level],
    mainEntity: {
      '@type': 'Question',
      name: question.title,
      acceptedAnswer: { '@type': 'Answer', text: withoutTicks(question.short), url: page },
    },
  };
  const way: BreadcrumbList = {
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: SITE_NAME, item: home },
      { '@type': 'ListItem', position: 2, name: title, item: overview },
      // The last needs no address: it is the page itself.
      { '@type': 'ListItem', position: 3, name: question.title },
    ],
  };
  return { '@context': 'https://schema.org', '@graph': [article, way] };
}

/** What the home page says of the whole site: its name, which search engines show above an address. */
export const siteData = (home: string): WithContext<WebSite> => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  name: SITE_NAME,
  url: home,
  description: PROMISE,
  license: LICENCE.url,
  inLanguage: 'en',
});

/** Data as the text of a script element. No `<` is left in it, so that no title can end the script. */
export const jsonLd = (data: Graph | WithContext<WebSite>): string => JSON.stringify(data).replaceAll('<', '\\u003c');
