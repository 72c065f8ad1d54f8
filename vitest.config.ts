/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

// Components are rendered by Astro itself, without the site's own configuration (Starlight, the ledger's gate).
export default getViteConfig(
  {
    logLevel: 'error',
    test: {
      include: ['tests/unit/**/*.test.ts'],
      // Programs are really run: a loaded machine may need a while.
      testTimeout: 20_000,
    },
  },
  { configFile: false, logLevel: 'error', devToolbar: { enabled: false } },
);
