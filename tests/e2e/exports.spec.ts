import { expect, test, type APIRequestContext } from '@playwright/test';
import { z } from 'astro/zod';
import { markdownToMdast } from 'satteri';
import { readPages } from '../../src/bank/files.ts';
import { questionsOf } from '../../src/bank/questions.ts';
import { bankSchema, type Bank } from '../../src/exports/bank-schema.ts';
import { formatSize } from '../../src/exports/size.ts';
import { extractPrograms } from '../../src/fences/extract.ts';
import { pagesOfPlaces } from '../../scripts/lib/pdf-pages.ts';
import { violations } from './support/axe.ts';
import { allPages, QUESTION } from './support/site.ts';

const pages = readPages(process.cwd());
const questions = questionsOf(pages);
const sources = new Map(pages.map(({ id, source }) => [id, source]));

/** The text of a file of the site. @param path relative to the site's base path */
async function textOf(request: APIRequestContext, path: string): Promise<string> {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  return answer.text();
}

const bankOf = async (request: APIRequestContext): Promise<Bank> => JSON.parse(await textOf(request, 'bank.json')) as Bank;

/** An address as the file names it, as a path on the local copy of the site. */
const local = (address: string, home: string): string => {
  expect(address.startsWith(home), `${address} begins with ${home}`).toBe(true);
  return address.slice(home.length);
};

/** What stands in the fences of a Markdown file, also of those in lists and quotes. */
function fencesOf(markdown: string): string[] {
  const codes: string[] = [];
  const walk = (node: { type: string; value?: string; children?: unknown[] }): void => {
    if (node.type === 'code') codes.push(node.value!.trimEnd());
    (node.children as (typeof node)[] | undefined)?.forEach(walk);
  };
  walk(markdownToMdast(markdown) as Parameters<typeof walk>[0]);
  return codes;
}

test('every question has a Markdown file with its title, its spoken answer and the code of its programs', async ({ request }) => {
  test.slow();
  const lost: string[] = [];
  for (const { slug, title, short } of questions) {
    const markdown = await textOf(request, `${slug}.md`);
    const programs = extractPrograms(sources.get(slug)!).programs;
    const outputs = programs.flatMap((program) => program.outputs.map(({ value }) => value));
    const fences = new Set(fencesOf(markdown));
    if (!markdown.includes(`\n# ${title}\n`)) lost.push(`${slug}: its title`);
    if (!markdown.includes(`\n${short}\n`)) lost.push(`${slug}: its spoken answer`);
    for (const code of [...programs.map((program) => program.code), ...outputs]) if (!fences.has(code.trimEnd())) lost.push(`${slug}: ${code.slice(0, 80)}`);
  }
  expect(lost).toEqual([]);
});

test('a page of a question leads programs to its Markdown', async ({ page, request }) => {
  await page.goto(QUESTION);
  const link = page.locator('link[rel=alternate][type="text/markdown"]');
  await expect(link).toHaveCount(1);
  const address = await link.evaluate((one: HTMLLinkElement) => one.href);
  expect(await textOf(request, address)).toContain(`\n# ${await page.getByRole('heading', { level: 1 }).textContent()}\n`);
});

test('Markdown and llms-full.txt hold nothing of the website around an answer', async ({ request }) => {
  const text = await textOf(request, 'llms-full.txt');
  const prose = text.replace(/^([ >]*)(`{3,})[\s\S]*?^\1\2$/gm, '').replace(/`[^`\n]+`/g, '');
  const chrome = ['Section titled', 'All recorded runs', 'Copy to clipboard', 'Copied', 'astro-', 'pagefind', '<div', '<span', '<svg'];
  expect(chrome.filter((word) => prose.includes(word))).toEqual([]);
  expect(questions.filter(({ title }) => !text.includes(`\n# ${title}\n`)).map(({ slug }) => slug)).toEqual([]);
});

test('bank.json is what its schema file says, and holds every question and program', async ({ request }) => {
  const bank = await bankOf(request);
  const schema = JSON.parse(await textOf(request, local(bank.$schema, bank.home))) as z.core.JSONSchema.BaseSchema;
  // Once by the file that others use, once by the schema it was made from.
  z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).parse(bank);
  bankSchema.parse(bank);
  expect(bank.questions.map(({ id }) => id)).toEqual(questions.map(({ id }) => id));
  const programs = (of: (slug: string) => number): Record<string, number> => Object.fromEntries(questions.map(({ slug }) => [slug, of(slug)]));
  expect(programs((slug) => bank.questions.find((one) => one.slug === slug)!.programs.length)).toEqual(
    programs((slug) => extractPrograms(sources.get(slug)!).programs.length),
  );
  expect(JSON.stringify(bank).length).toBeLessThan(3_000_000);
});

test('bank.json and llms.txt lead to pages and Markdown that are there', async ({ request }) => {
  const bank = await bankOf(request);
  const text = await textOf(request, 'llms.txt');
  const listed = [...text.matchAll(/^- \[.+\]\((\S+?)\): /gm)].map(([, address]) => address!);
  expect(listed.filter((address) => address.endsWith('.md')).sort()).toEqual(bank.questions.map(({ markdown }) => markdown).sort());
  for (const address of [...listed.slice(0, 3), ...listed.slice(-2), bank.questions[0]!.address, bank.segments[0]!.address])
    expect((await request.get(local(address, bank.home))).status(), address).toBe(200);
});

test('the print edition of a segment holds all of its answers, and its links lead somewhere', async ({ page, request }) => {
  test.slow();
  const bank = await bankOf(request);
  for (const { id, title } of bank.segments) {
    await page.goto(`print/${id}/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const own = questions.filter(({ segmentId }) => segmentId === id);
    expect(await page.locator('article').evaluateAll((all) => all.map((one) => one.id))).toEqual(own.map((question) => `q${question.id}`));
    const broken = await page
      .locator('a[href^="#"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')!).filter((href) => !document.getElementById(href.slice(1))));
    expect(broken, id).toEqual([]);
    const figures = await page.locator('figure.program pre').count();
    expect(figures, id).toBeGreaterThanOrEqual(own.reduce((sum, { slug }) => sum + extractPrograms(sources.get(slug)!).programs.length, 0));
  }
});

test('a print edition fits a phone and a sheet, and axe finds nothing', async ({ page }) => {
  test.slow();
  for (const [width, segment] of [
    [360, 'streams'],
    [1280, 'event-loop'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`print/${segment}/`);
    const wide = await page.evaluate(() =>
      [...document.body.querySelectorAll(':not(.table-scroll *)')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.outerHTML.slice(0, 100)),
    );
    expect(wide, `${segment} at ${width} px`).toEqual([]);
    expect(await violations(page), segment).toEqual([]);
  }
});

test('on paper each answer begins on a page of its own', async ({ page }) => {
  await page.goto('print/errors/');
  const places = pagesOfPlaces(await page.pdf({ preferCSSPageSize: true }));
  const own = questions.filter(({ segmentId }) => segmentId === 'errors');
  const starts = own.map(({ id }) => places.get(`q${id}`)!);
  // The contents stand on the first page.
  expect(starts[0]).toBe(2);
  expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
});

test('print editions are in no search: not the one of the site, nor that of others', async ({ page, request }) => {
  await page.goto('print/event-loop/');
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  expect(await page.locator('[data-pagefind-body]').count()).toBe(0);
  expect((await allPages(request)).filter((path) => path.includes('/print/'))).toEqual([]);
});

test('"Take it with you" states the size of every file that is there', async ({ page, request }) => {
  await page.goto('take-it-with-you/');
  const offers = await page
    .locator('[data-size-of]')
    .evaluateAll((all) =>
      all.map((one) => ({ path: one.getAttribute('data-size-of')!, href: one.closest('.head')!.querySelector('a')!.href, size: one.textContent })),
    );
  expect(offers.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['llms.txt', 'llms-full.txt', 'bank.json', 'bank.schema.json', 'downloads/handbook.html']),
  );
  const absent: string[] = [];
  for (const { path, href, size } of offers) {
    expect(new URL(href).pathname.endsWith(`/${path}`), href).toBe(true);
    const answer = await request.get(href);
    if (answer.status() === 200) expect(size, path).toBe(` · ${formatSize((await answer.body()).length)}`);
    else absent.push(path);
  }
  expect(absent).toEqual([]);
});

test('"Take it with you" leads to the print edition of every segment', async ({ page, request }) => {
  await page.goto('take-it-with-you/');
  const hrefs = await page.locator('.editions a').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  expect(hrefs).toHaveLength((await bankOf(request)).segments.length);
  for (const href of hrefs) expect((await request.get(href)).status(), href).toBe(200);
});
