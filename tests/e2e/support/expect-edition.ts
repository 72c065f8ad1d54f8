import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { wordOf, type SmallSite } from './editions.ts';
import type { Host } from './host.ts';
import { editionOf, searchIn } from './offline.ts';

const indexOf = ({ dir }: SmallSite): string =>
  (JSON.parse(readFileSync(join(dir, 'pagefind/pagefind-entry.json'), 'utf8')) as { languages: { en: { hash: string } } }).languages.en.hash;

/** Every page, its style sheet and its search are of this edition. */
export async function expectEdition(page: Page, host: Host, edition: SmallSite): Promise<void> {
  for (const path of ['', ...edition.pages.slice(0, 3)]) {
    await page.goto(host.url + path);
    expect(await editionOf(page), path).toEqual({ text: String(edition.number), style: String(edition.number), index: indexOf(edition) });
  }
  // Two more: one outside ASCII, one that only this edition or the others have. The start page is not searched.
  expect(await searchIn(page, wordOf(edition.number))).toEqual({ found: edition.pages.length + 2, editions: [String(edition.number)] });
}
