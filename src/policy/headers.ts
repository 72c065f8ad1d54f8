/** A rule of a `_headers` file: which addresses, and what they are sent with. */
export interface HeaderRule {
  path: string;
  headers: Record<string, string>;
}

const FOREVER = 'public, max-age=31536000, immutable';

/** The service worker is bound by the policy it is sent with, not by that of its page. */
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/**
 * What hosts that read `_headers` (Netlify, Cloudflare Pages and others) send with each file. Where several rules meet an address, all of
 * them count: so no header is in two rules that meet, except policies, which add up.
 *
 * Pages and all other files have no rule of their own: these hosts send `public, max-age=0, must-revalidate`, and a rule that meets pages
 * only cannot be written for both (Netlify matches without regard to a slash at the end).
 *
 * The policy of a page stands in the page, with the hashes of its own scripts only; the header says what a page cannot say of itself.
 * @param base of the site, such as `/bank`, without a slash at the end
 * @param hashed folders whose files change their names with their content, seen from the site's root
 */
export function headerRules(base: string, hashed: readonly string[]): HeaderRule[] {
  return [
    {
      path: `${base}/*`,
      headers: {
        'Content-Security-Policy': "frame-ancestors 'none'",
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
      },
    },
    ...hashed.map((folder) => ({ path: `${base}/${folder}/*`, headers: { 'Cache-Control': FOREVER } })),
    { path: `${base}/sw.js`, headers: { 'Cache-Control': 'no-cache', 'Content-Security-Policy': WORKER_POLICY } },
  ];
}

/** The text of a `_headers` file. */
export const headersFile = (rules: readonly HeaderRule[]): string =>
  rules.map(({ path, headers }) => [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n')).join('\n');
