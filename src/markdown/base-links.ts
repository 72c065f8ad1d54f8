import type { HastPluginDefinition } from 'satteri';

/**
 * Hast plugin: puts the site's base path before root-absolute links of the content, which Astro leaves as written.
 *
 * @param base Astro's `base`, e.g. `/bank`, `bank` or `/`
 */
export function baseLinks(base: string): HastPluginDefinition {
  // Astro takes `bank` for `/bank`, so we do too.
  const prefix = base.replace(/^\/*/, '/').replace(/\/+$/, '');
  return {
    name: 'base-links',
    element: [
      {
        filter: ['a'],
        visit(node, ctx) {
          const href = node.properties['href'];
          if (prefix === '' || typeof href !== 'string' || !/^\/(?!\/)/.test(href) || href.startsWith(`${prefix}/`)) return;
          ctx.setProperty(node, 'href', prefix + href);
        },
      },
    ],
  };
}
