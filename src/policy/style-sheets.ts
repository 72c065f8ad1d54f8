import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { PREFIX } from './style-classes.ts';

/** How Expressive Code asks for the words of a program, which have their colours in a style attribute and no class. */
const WORDS = /span\[style\^=(['"]?)--\1\]:not\(\[class\]\)/g;

/** What the colours of code without a colour of its own are called: first the dark theme's, then the light one's. */
const CODE_COLOUR = /--ec-codeFg:\s*(#\w+)/g;

/** A style sheet that asks for words by their classes. @throws Error without the sheet, when it asks for style attributes in other ways */
export function askingForClasses(css: string): string {
  const asking = css.replace(WORDS, `span[class^=${PREFIX}]`);
  const [left] = /[^{}]*\[style\b[^{}]*/.exec(asking) ?? [];
  if (left !== undefined)
    throw new Error(`asks for style attributes, which no built page has: ${left.trim()}\n→ Teach src/policy/style-sheets.ts what to make of it.`);
  return asking;
}

/** The style of a word in the colours that code has anyway; null when there is no code. @param sheets the texts of all style sheets */
export function plainStyle(sheets: Iterable<string>): string | null {
  const [dark, light] = [...sheets].flatMap((css) => [...css.matchAll(CODE_COLOUR)].map(([, colour]) => colour));
  return dark !== undefined && light !== undefined ? `--0:${dark};--1:${light}` : null;
}

/** A page without elements around words in the colours that code has anyway: half of all words. */
export const withoutPlainWords = (html: string, style: string): string => html.replace(new RegExp(`<span style="${style}">([^<]*)</span>`, 'gi'), '$1');

/** What takes the place of `style` on those elements: the same colours, for who asks for one of them, as in print. */
export const plainRule = (style: string): string => `.ec-line{${style}}`;

const LINK = /<link\b[^>]*\brel="stylesheet"[^>]*>/g;

/** The style sheets that a page loads for every medium, as their file names. */
export const sheetsOf = (html: string): string[] =>
  [...html.matchAll(LINK)].flatMap(([link]) => (/\bmedia=/.test(link) ? [] : [posix.basename(/\bhref="([^"]+)"/.exec(link)?.[1] ?? '')]));

/** The name of a file with this text: `page.C3fM4Kra.css` → `page.1f0c3a9e.css`. */
export const renamed = (name: string, text: string): string =>
  name.replace(/\.[\w-]+(?=\.css$)/, `.${createHash('sha256').update(text).digest('hex').slice(0, 8)}`);
