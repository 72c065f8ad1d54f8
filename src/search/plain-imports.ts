import type { Plugin } from 'vite';

/**
 * Vite plugin: a dynamic `import()` in a page's script stays a plain import.
 *
 * Vite wraps each one in a helper that preloads what the module needs, and puts that helper (0.75 KB gzip) into the script that is
 * on every page. Our lazily loaded modules are small, need one shared file at most and load their styles themselves, so the helper
 * would be nearly as large as what it speeds up.
 */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    load: {
      order: 'pre',
      filter: { id: /vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}
