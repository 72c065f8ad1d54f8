import { ATTRIBUTE, attributesOf, tagsOf, type Tag } from './tags.ts';

/**
 * What the names of these classes begin with, and no other class. Where an element had a class before, it comes behind that one: so
 * `[class^=_]` means an element that had a style attribute and no class.
 */
export const PREFIX = '_';

/** A style attribute in the text of a page. */
export interface StyleAttribute {
  tag: Tag;
  /** The declarations, without the last semicolon. */
  style: string;
}

/** A tag with nothing else, as of each coloured word of a program: a hundred thousand, of which nothing need be parsed. */
const ALONE = /^ style="([^"]*)"$/;

/** What would mean something else in a style sheet than in an attribute: references, the end of a rule, addresses. */
const UNFIT = /[&{}<\\]|url\(/i;

/**
 * The style attributes of a page, in their order.
 *
 * @throws Error without the page, when one cannot be a rule of a style sheet
 */
export function styleAttributesOf(html: string): StyleAttribute[] {
  const found: StyleAttribute[] = [];
  for (const tag of tagsOf(html)) {
    const written = ALONE.exec(tag.inside)?.[1] ?? (/style/i.test(tag.inside) ? attributesOf(tag).get('style') : undefined);
    if (written === undefined) continue;
    const style = written.trim().replace(/\s*;$/, '');
    if (UNFIT.test(style)) throw new Error(`has style="${written}", which cannot be a rule of a style sheet as it stands: give the element a class.`);
    found.push({ tag, style });
  }
  return found;
}

/** A class for each style. The same styles have the same names, in whatever order they come. */
export function classesFor(styles: Iterable<string>): Map<string, string> {
  const sorted = [...new Set(styles)].sort();
  return new Map(sorted.map((style, i) => [style, PREFIX + i.toString(36)]));
}

/** A page with classes for its style attributes. @param found all of them */
export function withClasses(html: string, found: readonly StyleAttribute[], classes: ReadonlyMap<string, string>): string {
  let done = '';
  let at = 0;
  for (const { tag, style } of found) {
    done += html.slice(at, tag.at) + withClass(tag, classes.get(style)!);
    at = tag.at + tag.inside.length;
  }
  return done + html.slice(at);
}

function withClass(tag: Tag, name: string): string {
  if (ALONE.test(tag.inside)) return ` class="${name}"`;
  const others = attributesOf(tag).get('class');
  return tag.inside.replace(ATTRIBUTE, (written: string, attribute: string) => {
    if (attribute.toLowerCase() === 'class') return ` class="${others} ${name}"`;
    if (attribute.toLowerCase() === 'style') return others === undefined ? ` class="${name}"` : '';
    return written;
  });
}

/**
 * The rules of the classes. A style attribute wins over every selector, so each has the weight of an id: there is no `#_`. A style that
 * a script sets on an element still wins over it.
 */
export const rulesOf = (classes: ReadonlyMap<string, string>): string => [...classes].map(([style, name]) => `.${name}:not(#_){${style}}`).join('\n');
