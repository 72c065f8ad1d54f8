import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'hast';
import { select } from 'hast-util-select';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { day } from '../bank/dates.ts';
import { readPages } from '../bank/files.ts';
import { questionsOf, type Question } from '../bank/questions.ts';
import { segment, type Segment } from '../bank/segments.ts';
import { cleanBody } from './clean/body.ts';
import { PREFIX } from '../policy/style-classes.ts';
import { relink, type Links } from './links.ts';

/** An answer as it was built: what its front matter says, and its text without the website around it. */
export interface BuiltAnswer extends Pick<Question, 'id' | 'slug' | 'level' | 'title' | 'short' | 'tags' | 'aliases' | 'followUps' | 'references'> {
  segment: Segment;
  /** The day of the last review, such as `2026-11-20`. */
  reviewed: string;
  /** The absolute address of the page, ending in `/`. */
  address: string;
  /** The absolute address that stays, whatever the page is called: `…/q/24/`. */
  permanent: string;
  /** The absolute address of the answer as Markdown, such as `…/event-loop/phases.md`. */
  markdown: string;
  /** The answer below its title and spoken answer. What it is made of stands at `cleanBody()`. */
  body: Root;
}

/** The colour of one word of a program: a third of a page's elements, and none of its text. Without them it is read twice as fast. */
const COLOURS = new RegExp(`<span class="${PREFIX}\\w+">([^<]*)</span>`, 'g');

const PARSER = unified().use(rehypeParse, { fragment: true });

/** What `readBuiltAnswers()` may be told. */
export interface ReadOptions {
  /** The project's root, where the front matter is. */
  root?: string;
  /** How links to the site stand in the bodies, see `relink()`. Without it they are absolute. */
  links?: Links;
}

/**
 * Reads every question's answer out of the built site, in the order of their ids.
 *
 * @param dist the folder of the built site
 * @throws Error when a page is missing or has no answer on it
 */
export function readBuiltAnswers(dist: string, { root = process.cwd(), links = 'absolute' }: ReadOptions = {}): BuiltAnswer[] {
  return questionsOf(readPages(root)).map((question) => {
    const { id, slug, level, title, short, tags, aliases, followUps, references } = question;
    const path = join(dist, slug, 'index.html');
    const html = readPage(path);
    const address = addressOf(html, path);
    const body = relink(cutOut(html, path), address, links);
    return {
      ...{ id, slug, segment: segment(question.segmentId), level, title, short, tags, aliases, followUps, references },
      reviewed: day(question.reviewed),
      address,
      permanent: new URL(`../../q/${id}/`, address).href,
      markdown: address.replace(/\/$/, '.md'),
      body,
    };
  });
}

function readPage(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`${path} is not there. Build the site first: npm run build`, { cause: error });
  }
}

/**
 * The address that a built page gives itself, so that what reads it need not know for which SITE and BASE it was built.
 *
 * @param path of the file, for the error
 * @throws Error when it gives itself none
 */
export function addressOf(html: string, path: string): string {
  const address = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
  if (!address) throw new Error(`${path} has no <link rel="canonical">, which Starlight writes when astro.config.mjs has a \`site\`.`);
  return address;
}

/** The content of the page, parsed on its own: navigation and head are most of a page's HTML. */
function cutOut(html: string, path: string): Root {
  const start = html.indexOf('<div class="sl-markdown-content">');
  const content =
    start < 0 ? undefined : select('.sl-markdown-content', PARSER.parse(html.slice(start, html.indexOf('</main>', start)).replace(COLOURS, '$1')));
  if (!content) throw new Error(`${path} has no .sl-markdown-content, in which Starlight puts the text of a page. See src/exports/built-answers.ts.`);
  return cleanBody(content);
}
