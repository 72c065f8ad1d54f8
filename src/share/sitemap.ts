import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { day } from '../bank/dates.ts';
import { readPages } from '../bank/files.ts';
import { asQuestion } from '../bank/questions.ts';
import { questionFields } from '../bank/schema.ts';

/** First parts of addresses that only lead to, or repeat, what stands elsewhere: permanent addresses, printed editions. And the page that is none. */
const LEFT_OUT = ['q', 'print', '404'];

/** An address without the site and its base path, and without slashes at its ends. */
const within = (url: string, base: string): string => new URL(url).pathname.slice(base.replace(/\/$/, '').length).replace(/^\/|\/$/g, '');

/**
 * The sitemap: all pages worth finding. An answer says when it was last reviewed; of other pages nobody notes a date, and a made-up one
 * would teach search engines to ignore them all. Starlight leaves its own out when it finds this one.
 *
 * @param base the site's base path
 * @param root the project's root
 */
export function siteMap(base: string, root = process.cwd()): AstroIntegration {
  // A page whose front matter is wrong is reported by the schema, with its place.
  const questions = readPages(root).filter((page) => page.data['id'] === undefined || questionFields.safeParse(page.data).success);
  const reviewed = new Map(questions.map((page) => [page.id, asQuestion(page)?.reviewed]));
  return sitemap({
    filter: (url) => !LEFT_OUT.includes(within(url, base).split('/')[0]!),
    serialize: (item) => {
      const date = reviewed.get(within(item.url, base));
      return date ? { ...item, lastmod: day(date) } : item;
    },
  });
}
