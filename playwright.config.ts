import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, browsersFound } from './scripts/lib/browser.mjs';
import { basePath } from './scripts/lib/paths.mjs';

/**
 * Browser tests of the built site (`dist`, so build first). `npm test` does that and says which browser to use; on its own,
 * `npm run e2e` takes the first it finds.
 */

// Playwright reads this file again in every worker: the first to read it chooses the port, the others inherit it.
process.env['E2E_PORT'] ??= String(await freePort());
const base = `http://localhost:${process.env['E2E_PORT']}${basePath()}/`;

/** Files that visit every page of the sitemap: they run beside the others, on the same server. */
const EVERY_PAGE = /every-page.*\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  // No test may depend on another: each runs in a worker of its own choice, in any order.
  fullyParallel: true,
  workers: 2,
  // A test that passes the second time is a test to repair.
  retries: 0,
  forbidOnly: !!process.env['CI'],
  timeout: 30_000,
  reporter: 'list',
  use: {
    baseURL: base,
    // From the second page on, each test would save the whole site; what a worker asks for, a test cannot route. Only the tests of it allow it.
    serviceWorkers: 'block',
    launchOptions: { executablePath: browsersFound()[0], args: BROWSER_ARGS },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'every page', testMatch: EVERY_PAGE },
    { name: 'reading', testIgnore: EVERY_PAGE },
  ],
  webServer: {
    command: `"${process.execPath}" scripts/serve.mjs --port ${process.env['E2E_PORT']}`,
    url: base,
    reuseExistingServer: false,
    stderr: 'pipe',
    timeout: 60_000,
  },
});

/** A port that nobody uses now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port is free.'))));
    });
  });
}
