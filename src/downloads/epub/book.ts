import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'hast';
import sharp from 'sharp';
import { SEGMENTS, type Segment } from '../../bank/segments.ts';
import { inlineCode, withoutTicks } from '../../bank/text.ts';
import type { BuiltAnswer } from '../../exports/built-answers.ts';
import { LICENCE, PROMISE, SITE_NAME } from '../../site.ts';
import { elementsIn } from '../html.ts';
import { newestReview } from '../modified.ts';
import { zip } from '../zip.ts';
import { CONTAINER, packageDocument, type Item } from './package.ts';
import { escapeXml, writeXhtml, xhtmlPage } from './xhtml.ts';

/** Never changes: by it a reader's device knows that a new edition is the same book. */
const IDENTIFIER = 'urn:uuid:6d9a0b52-8c0e-4c6b-9d1e-6e6f64652d61';

interface Part {
  segment: Segment;
  answers: BuiltAnswer[];
}

/** The bank as an EPUB 3: a chapter for each segment, a file for each answer. */
export async function book(answers: readonly BuiltAnswer[], site: URL): Promise<Uint8Array> {
  const parts = SEGMENTS.map((segment): Part => ({ segment, answers: answers.filter((answer) => answer.segment.id === segment.id) })).filter(
    (part) => part.answers.length > 0,
  );
  const byAddress = new Map(answers.map((answer) => [answer.address, answer]));
  const bySlug = new Map(answers.map((answer) => [answer.slug, answer]));
  const items: Item[] = [
    { file: 'cover.png', contents: await cover(), type: 'image/png', properties: 'cover-image' },
    { file: 'book.css', contents: readFileSync(join(import.meta.dirname, 'book.css'), 'utf8'), type: 'text/css' },
    page('cover.xhtml', SITE_NAME, `<p class="cover"><img src="cover.png" alt="${SITE_NAME}"/></p>`, ' epub:type="cover"'),
    page('title.xhtml', SITE_NAME, titlePage(answers.length, site)),
    { ...page('nav.xhtml', 'Contents', navigation(parts)), properties: 'nav' },
    ...parts.flatMap(({ segment, answers: inside }) => [
      page(fileOf(segment.id), segment.title, `<h1>${escapeXml(segment.title)}</h1>\n<p>${escapeXml(segment.about)}</p>`),
      ...inside.map((answer) => answerPage(answer, byAddress, bySlug)),
    ]),
  ];
  const metadata = {
    ...{ identifier: IDENTIFIER, title: `${SITE_NAME}: Node.js interview answers that have been run`, description: PROMISE, publisher: SITE_NAME },
    ...{ rights: `${LICENCE.name}, ${LICENCE.url}`, source: site.href, date: newestReview(answers) },
  };
  return zip(
    [
      // The first entry, and not compressed: https://www.w3.org/TR/epub-33/#sec-zip-container-mime
      ['mimetype', 'application/epub+zip'],
      ['META-INF/container.xml', CONTAINER],
      ['EPUB/package.opf', packageDocument(metadata, items)],
      ...items.map(({ file, contents }) => [`EPUB/${file}`, contents] as const),
    ],
    ['mimetype'],
  );
}

const page = (file: string, title: string, body: string, attributes = ''): Item => ({
  file,
  contents: xhtmlPage(title, body, attributes),
  type: 'application/xhtml+xml',
  linear: true,
});

const fileOf = (name: string | number): string => `${name}.xhtml`;

function answerPage(answer: BuiltAnswer, byAddress: ReadonlyMap<string, BuiltAnswer>, bySlug: ReadonlyMap<string, BuiltAnswer>): Item {
  const { id, title, level, segment, short, body, permanent, followUps, references } = answer;
  const inner = structuredClone(body);
  linkInside(inner, byAddress);
  const next = followUps.flatMap((slug) => bySlug.get(slug) ?? []).map((other) => `<li><a href="${fileOf(other.id)}">${inlineCode(other.title)}</a></li>`);
  const sources = references.map((source) => `<li><a href="${escapeXml(source.url)}">${escapeXml(source.title)}</a></li>`);
  const html = `<p class="where">${escapeXml(segment.title)} · ${level}</p>
<h1>${inlineCode(title)}</h1>
<p class="short">${inlineCode(short)}</p>
${writeXhtml(inner)}
<section class="next"><h2>They will ask next</h2><ul>${next.join('')}</ul><h2>Sources</h2><ul>${sources.join('')}</ul>
<p><a href="${escapeXml(permanent)}">This answer on the site</a></p></section>`;
  const drawings = elementsIn(body, ({ tagName }) => tagName === 'svg').length > 0;
  return { ...page(fileOf(id), withoutTicks(title), html), ...(drawings && { properties: 'svg' }) };
}

/** Links to other answers stay inside the book. */
function linkInside(body: Root, byAddress: ReadonlyMap<string, BuiltAnswer>): void {
  for (const { properties } of elementsIn(body, ({ tagName }) => tagName === 'a')) {
    const url = new URL(String(properties['href']));
    const { hash } = url;
    url.hash = '';
    const answer = byAddress.get(url.href);
    // Only headings and other parts of the text keep their ids.
    const target = answer && hash ? elementsIn(answer.body, (element) => element.properties['id'] === hash.slice(1)) : [];
    if (answer) properties['href'] = fileOf(answer.id) + (target.length > 0 ? hash : '');
  }
}

const navigation = (parts: readonly Part[]): string => `<nav epub:type="toc" id="toc"><h1>Contents</h1><ol>
${parts.map(({ segment, answers }) => `<li><a href="${fileOf(segment.id)}">${escapeXml(segment.title)}</a><ol>${answers.map(({ id, title }) => `<li><a href="${fileOf(id)}">${inlineCode(title)}</a></li>`).join('')}</ol></li>`).join('\n')}
</ol></nav>`;

const titlePage = (count: number, site: URL): string => `<h1>${SITE_NAME}</h1>
<p>${count} Node.js interview answers. Every program in them has been run, and the output below it is what it printed.</p>
<p>The newest edition, and recorded runs to step through: <a href="${site.href}">${site.href}</a></p>
<p>The answers are under <a href="${LICENCE.url}">${LICENCE.name}</a>.</p>`;

/** The mark on paper. Without words, so that no machine's fonts make another picture of it. */
async function cover(): Promise<Uint8Array> {
  const mark = readFileSync(join(import.meta.dirname, '../../assets/mark.svg'), 'utf8').replace(/<svg[^>]*>|<\/svg>/g, '');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1600"><rect width="1200" height="1600" fill="#fdfcf8"/><rect y="1520" width="1200" height="80" fill="#17764c"/><g transform="translate(280 440) scale(20)">${mark}</g></svg>`;
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer();
}
