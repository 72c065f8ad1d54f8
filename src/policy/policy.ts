import { createHash } from 'node:crypto';
import { attributesOf, tagsOf, type Tag } from './tags.ts';

/** What a browser runs or obeys. Other types, such as `application/ld+json`, are data: it never executes them, and they need no hash. */
const EXECUTED = /^(?:|module|text\/javascript|application\/javascript|importmap|speculationrules)$/;

const CHARSET = /<meta charset="?utf-8"?\s*\/?>/i;

/** Attributes that hold an address a reader may follow or a browser may load. */
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'xlink:href'];

/** What may be an inline event handler, a style attribute or an address that is a script: a look is cheap, and pages have thousands of tags. */
const DANGEROUS = /[\s"'/](?:on[a-z]+|style)\s*=|javascript:/i;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * The Content-Security-Policy of a page: only this site, and inline only what stands in it now, by hash.
 *
 * Style attributes have no hash: `styleClasses()` has made classes of them.
 * WebAssembly is Pagefind's, which runs in the page (`noWorker` in src/search/engine.client.ts).
 * @throws Error when something on the page could not be allowed without allowing everything like it
 */
export function policyOf(html: string): string {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const tag of tagsOf(html)) {
    if (DANGEROUS.test(tag.inside)) refuse(tag);
    if (tag.name === 'style') styles.add(hashOf(tag.content));
    if (tag.name !== 'script') continue;
    const attributes = attributesOf(tag);
    if (!attributes.has('src') && EXECUTED.test(attributes.get('type') ?? '')) scripts.add(hashOf(tag.content));
  }
  return [
    // Not 'none': Firefox looks here, and nowhere else, for what it may prefetch. What this would allow besides is forbidden by name.
    "default-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "media-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** @throws Error when a tag has an inline event handler, a style attribute or an address that is a script */
function refuse(tag: Tag): void {
  for (const [attribute, value] of attributesOf(tag)) {
    const written = `<${tag.name} ${attribute}="${value}">`;
    if (/^on[a-z]/.test(attribute)) throw new Error(`has an inline event handler, ${written}: add a listener in a script.`);
    if (attribute === 'style')
      throw new Error(`has a style attribute, ${written}: give the element a class and that a rule, or write the page before styleClasses().`);
    if (ADDRESSES.includes(attribute) && /^\s*javascript:/i.test(value)) throw new Error(`has an address that runs a script, ${written}: use a <button>.`);
  }
}

/**
 * A page with its policy, before everything that the policy is about.
 *
 * @throws Error without the page, which the caller knows
 */
export function withPolicy(html: string): string {
  const charset = CHARSET.exec(html);
  if (!charset) throw new Error('has no <meta charset="utf-8">, after which the policy stands: add it as the first tag of <head>.');
  const [before] = tagsOf(html).filter(({ name }) => ['script', 'style', 'link', 'meta'].includes(name));
  if (before?.name !== 'meta' || !attributesOf(before).has('charset'))
    throw new Error('has something before <meta charset="utf-8">: make that the first tag of <head>.');
  const end = charset.index + charset[0].length;
  return `${html.slice(0, end)}<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}"/>${html.slice(end)}`;
}
