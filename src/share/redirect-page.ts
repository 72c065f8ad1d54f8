import { h, toHtml, type Element } from '@astrojs/starlight/expressive-code/hast';
import type { BuiltPage } from './built-site.ts';

/** Constant, so that one hash allows it on all of them. Browsers do not carry the `#…` of a link over a refresh; this does. */
const LEAD_ON = 'location.replace(document.documentElement.dataset.to+location.search+location.hash)';

/** Looks like nothing much for the moment it is seen, in either theme. */
const STYLE =
  ':root{color-scheme:light dark}body{margin:0 auto;padding:18vh 1.5rem 2rem;max-width:34rem;font:1.0625rem/1.6 system-ui,sans-serif}' +
  'h1{margin:.25rem 0 1rem;font:600 1.75rem/1.25 Georgia,serif;text-wrap:balance}a{color:inherit;text-underline-offset:.2em}p{margin:0;opacity:.8}';

/**
 * A page that only leads on: works on any static host, with JavaScript and without, and unfurls as the page it leads to.
 *
 * @param to the path to lead to, with BASE
 * @param target the page there
 */
export function redirectPage(to: string, target: BuiltPage): string {
  const meta = (property: string): string | undefined =>
    target.head.map(({ properties: p }) => (p['property'] === property ? String(p['content']) : undefined)).find((content) => content !== undefined);
  const title = meta('og:title') ?? to;
  return `<!doctype html>${toHtml(
    h('html', { lang: 'en', dataTo: to }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('script', LEAD_ON),
        h('noscript', [h('meta', { httpEquiv: 'refresh', content: `0;url=${to}` })]),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'robots', content: 'noindex' }),
        ...target.head.filter(isShown),
        h('style', STYLE),
      ]),
      h('body', [
        h('main', [
          h('p', meta('og:site_name') ?? ''),
          h('h1', [h('a', { href: to }, title)]),
          h('p', 'This is a short or an earlier address of the page. Follow the link if you are not taken there.'),
        ]),
      ]),
    ]),
    { closeSelfClosing: true, tightSelfClosing: true },
  )}\n`;
}

/** What says in other places what the page is: title, description, card, icon, the address that counts. */
function isShown({ tagName, properties: { name, property, rel } }: Element): boolean {
  if (tagName === 'title') return true;
  if (tagName === 'link') return Array.isArray(rel) && (rel.includes('canonical') || rel.includes('icon'));
  return name === 'description' || /^(?:og|article|twitter):/.test(String(property ?? name));
}
