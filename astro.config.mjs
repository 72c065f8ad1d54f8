// @ts-check
import { resolve } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import { defineConfig, fontProviders } from 'astro/config';
import linksValidator from 'starlight-links-validator';
import { downloads } from './src/downloads/step.ts';
import { exportFiles } from './src/exports/export-files.ts';
import { fileSizes } from './src/exports/page/file-sizes.ts';
import { LEDGER_FILE, readLedger } from './src/fences/ledger.ts';
import { authorWords } from './src/markdown/author-words.ts';
import { baseLinks } from './src/markdown/base-links.ts';
import { fencesPlugin } from './src/markdown/fences.ts';
import { ledgerGate } from './src/markdown/ledger-gate.ts';
import { runnablePlugin } from './src/markdown/runnable.ts';
import { unhurried } from './src/markdown/unhurried.ts';
import { wideTables } from './src/markdown/wide-tables.ts';
import { contentPolicy } from './src/policy/policy-step.ts';
import { styleClasses } from './src/policy/style-classes-step.ts';
import { offline } from './src/offline/integration.ts';
import { plainImports } from './src/search/plain-imports.ts';
import { searchIndex } from './src/search/index-step.ts';
import { cards } from './src/share/cards/step.ts';
import { siteMap } from './src/share/sitemap.ts';
import { permanentAddresses } from './src/share/addresses-step.ts';
import { REPOSITORY, SITE_NAME } from './src/site.ts';
import { sidebar } from './src/starlight/sidebar.ts';
import { codeFrames } from './src/styles/code-frames.ts';

const base = process.env.BASE ?? '/';

export default defineConfig({
  site: process.env.SITE ?? 'http://localhost:4321',
  base,
  trailingSlash: 'always',
  markdown: {
    processor: satteri({
      mdastPlugins: [fencesPlugin(() => readLedger(LEDGER_FILE))],
      hastPlugins: [wideTables(), baseLinks(base)],
      // Dashes stay as typed: `--inspect` must not become a dash.
      features: { headingAttributes: true, smartPunctuation: false },
    }),
  },
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Newsreader',
      cssVariable: '--font-heading',
      fallbacks: ['serif'],
      // Preloaded, and left out of a first view on a line so slow that the text would jump when it comes.
      display: 'optional',
      options: { variants: [{ src: ['./src/assets/fonts/newsreader-600.woff2'], weight: 600, style: 'normal' }] },
    },
  ],
  integrations: [
    // Before anything is built: a page that shows what was not run is an error.
    ledgerGate(),
    // Starlight leaves its own sitemap out when it finds one here.
    siteMap(base),
    starlight({
      title: SITE_NAME,
      favicon: '/icon.svg',
      logo: { src: './src/assets/mark.svg' },
      social: [{ icon: 'github', label: 'Source on GitHub', href: REPOSITORY }],
      editLink: { baseUrl: `${REPOSITORY}/edit/main/` },
      sidebar: sidebar(),
      customCss: ['./src/styles/tokens.css', './src/styles/layout.css', './src/styles/prose.css', './src/styles/code.css'],
      expressiveCode: {
        themes: ['github-dark-default', 'github-light'],
        plugins: [runnablePlugin()],
        shiki: { transformers: [unhurried] },
        styleOverrides: codeFrames,
      },
      components: {
        Head: './src/starlight/Head.astro',
        Footer: './src/starlight/Footer.astro',
        Hero: './src/starlight/Hero.astro',
        PageTitle: './src/starlight/PageTitle.astro',
        Search: './src/search/Search.astro',
      },
      routeMiddleware: ['./src/starlight/trim-sidebar.ts', './src/starlight/head-tags.ts', './src/exports/markdown-link.ts'],
      // The index is built by `searchIndex()` below, with options Starlight does not pass on.
      pagefind: false,
      credits: false,
      plugins: [linksValidator({ errorOnLocalLinks: false })],
    }),
    // From here on each step reads the built site. First what changes the pages and style sheets that Astro wrote.
    styleClasses(),
    // These four need only those, in any order.
    searchIndex(),
    cards(),
    exportFiles(),
    downloads(),
    // After every step that writes a file to take away.
    fileSizes(),
    // After every step that writes pages: it compares all addresses with those ever published.
    permanentAddresses(),
    // After all that writes or changes pages; before what hashes them.
    contentPolicy(),
    // Last: it takes stock of what the others wrote.
    offline(),
  ],
  vite: {
    plugins: [plainImports(), authorWords(resolve('src/components'))],
    build: {
      rolldownOptions: {
        // Every MDX page prints this harmless warning: withastro/astro#18087.
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
});
