import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSite } from '../built-site.ts';
import { parseHtml, writeHtml } from '../html.ts';
import { zip } from '../zip.ts';
import { Addresses } from './addresses.ts';
import { bundle } from './bundle.ts';
import { fitForFolder, SCRIPT } from './page.ts';
import { reachablePages } from './reachable.ts';
import type { PageText } from './search-data.ts';
import { fitStyles, Shared } from './shared.ts';
import { textsOf } from './texts.ts';

/** The folder that unpacking makes. */
const FOLDER = 'node-answered';

/**
 * The files of the built site, made to open by a double click, with a search of their own.
 *
 * @returns contents by path, relative to the folder's root
 */
async function siteFiles(site: BuiltSite): Promise<Map<string, string | Uint8Array>> {
  const pages = reachablePages(site);
  const addresses = new Addresses(site, new Set(pages));
  const htmls = new Map(pages.map((page) => [page, readFileSync(join(site.dist, page), 'utf8')]));
  const sheets = globSync('_astro/**/*.css', { cwd: site.dist }).map((file) => readFileSync(join(site.dist, file), 'utf8'));
  const shared = new Shared(site, [...htmls.values(), ...sheets]);
  const texts: PageText[] = [];
  const files = new Map<string, string | Uint8Array>();
  for (const [page, html] of htmls) {
    const tree = parseHtml(html);
    const text = textsOf(tree, page);
    if (text) texts.push(text);
    fitForFolder(tree, page, addresses, shared);
    files.set(page, writeHtml(tree));
  }
  const { code, assets } = await bundle(site, shared.modules);
  files.set(SCRIPT, code);
  files.set('search-data.js', `globalThis.naTexts=${JSON.stringify(texts)};`);
  for (const [path, contents] of shared.files) files.set(path, contents);
  for (const file of assets) addresses.assets.add(file);
  // Sheets may need more files, which are added while this goes on.
  for (const file of addresses.assets) {
    const bytes = readFileSync(join(site.dist, file));
    files.set(file, file.endsWith('.css') ? fitStyles(bytes.toString(), site, file, addresses, file) : bytes);
  }
  return files;
}

/** The site as a zip: one folder, `index.html` in it. */
export async function siteZip(site: BuiltSite): Promise<Uint8Array> {
  const files = [...(await siteFiles(site))].sort(([a], [b]) => (a < b ? -1 : 1));
  return zip(files.map(([path, contents]) => [`${FOLDER}/${path}`, contents]));
}
