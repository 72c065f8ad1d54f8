import { join } from 'node:path';
import { build } from 'esbuild';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { SEGMENTS } from '../../bank/segments.ts';
import { inlineCode } from '../../bank/text.ts';
import type { BuiltAnswer } from '../../exports/built-answers.ts';
import { LICENCE, SITE_NAME } from '../../site.ts';
import { elementsIn } from '../html.ts';
import { compact } from './compact.ts';
import { otherWords, pack, type Packed } from './packed.ts';

const HERE = import.meta.dirname;

const WRITER = unified().use(rehypeStringify, {
  omitOptionalTags: true,
  preferUnquoted: true,
  collapseEmptyAttributes: true,
  closeEmptyElements: true,
  tightSelfClosing: false,
  characterReferences: { useShortestReferences: true },
});

/** The bank as one HTML file: no server, no network, no JavaScript needed to read it. */
export async function handbook(answers: readonly BuiltAnswer[], site: URL, lines: string): Promise<string> {
  const places = new Places(answers);
  const packed: Packed = { drawings: [], aliases: [], reasons: [] };
  const sections = SEGMENTS.map(({ id, title }) => ({ id, title, answers: answers.filter(({ segment }) => segment.id === id) })).filter(
    (s) => s.answers.length > 0,
  );
  const contents = sections.map(
    (s) =>
      `<details><summary>${s.title} (${s.answers.length})</summary><ol>${s.answers.map((a) => `<li><a href=#${a.id}>${inline(a.title)}</a>`).join('')}</ol></details>`,
  );
  const main = sections.map(
    (s) => `<section aria-labelledby=${s.id}><h2 id=${s.id}>${s.title}</h2>${s.answers.map((a) => article(a, places, packed, lines)).join('\n')}</section>`,
  );
  const { css, js } = await assets();
  return `<!doctype html><html lang=en data-theme=dark><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1"><meta name=robots content=noindex><title>${SITE_NAME}: the handbook</title><style>${css}</style>
<a class=up href=#top>Contents</a><nav id=top aria-label="Contents and search"><header><h1>${SITE_NAME}</h1><button id=theme hidden type=button aria-pressed=false aria-label="Dark theme" title="Dark theme">◐</button></header>
<search id=tools hidden><label class=sr for=q>Search the handbook</label><input id=q type=search placeholder="Search the handbook" autocomplete=off autocapitalize=none spellcheck=false><p id=said role=status></p><ol id=hits></ol></search><div id=contents>${contents.join('')}</div></nav>
<main data-q=${new URL('q/', site).href}><div class=top><p>${answers.length} Node.js interview answers, for reading without a network. Every program ran on Node ${lines.replaceAll(' ', ', ')}, unless its line says otherwise, and the output below it is what it printed. Recorded runs to step through, and the sources of each answer, are on <a href=${site.href}>the site</a>.<noscript><p>Without JavaScript there is no search, drawings are described in words, predictions say only why the right option is right, and questions stand by their number: 24 is at ${new URL('q/24/', site).href} on the site.</noscript><p>The answers are under <a href=${LICENCE.url}>${LICENCE.name}</a>.</div>
<svg width=0 height=0 class=heads aria-hidden=true><marker id=head viewBox="-8 -5 10 10" markerWidth=10 markerHeight=10 markerUnits=userSpaceOnUse orient=auto><path class=h d="M-6.9 -4.1L0 0L-6.9 4.1"/></marker></svg>
${main.join('\n')}</main>
<script type="application/octet-stream;base64" id=packed>${pack(packed)}</script><script>${js}</script>`;
}

function article(answer: BuiltAnswer, places: Places, packed: Packed, lines: string): string {
  const { id, title, level, short, followUps, aliases } = answer;
  packed.aliases.push(otherWords(title, aliases));
  const body = compact(answer.body, {
    href: (href) => places.href(href),
    id: (name) => places.id(answer, name),
    later: (kind, what) => packed[kind].push(WRITER.stringify({ type: 'root', children: what })),
    lines,
  });
  // The script puts their titles there.
  const next = followUps.flatMap((slug) => places.bySlug.get(slug) ?? []).map((a) => `<a href=#${a.id}>${a.id}</a>`);
  return `<article id=${id}><p><b class=${level}>${level}</b> ${id}<h3>${inline(title)}</h3><p>${inline(short)}${WRITER.stringify(body)}<p>They will ask next: ${next.join(' · ')}</article>`;
}

/** Code as `compact()` has it. */
const inline = (text: string): string => inlineCode(text).replace(/(<\/?)code>/g, '$1i>');

/** Where the answers and their headings stand in the document. */
class Places {
  readonly bySlug: ReadonlyMap<string, BuiltAnswer>;
  private readonly byAddress: ReadonlyMap<string, BuiltAnswer>;
  /** Headings that some link leads to. */
  private readonly wanted: ReadonlySet<string>;

  constructor(answers: readonly BuiltAnswer[]) {
    this.bySlug = new Map(answers.map((answer) => [answer.slug, answer]));
    this.byAddress = new Map(answers.map((answer) => [answer.address, answer]));
    const links = answers.flatMap(({ body }) => elementsIn(body, ({ tagName }) => tagName === 'a').map((a) => String(a.properties['href'])));
    this.wanted = new Set(links.map((href) => this.href(href)));
  }

  /** A link as it is inside the document, or to the site. */
  href(href: string): string {
    const url = new URL(href);
    const { hash } = url;
    url.hash = '';
    const answer = this.byAddress.get(url.href);
    if (!answer) return href;
    return hash && hash !== '#_top' ? `#${answer.id}-${hash.slice(1)}` : `#${answer.id}`;
  }

  id({ id }: BuiltAnswer, name: string): string | undefined {
    return this.wanted.has(`#${id}-${name}`) ? `${id}-${name}` : undefined;
  }
}

/** The style sheet and the script, each as one text. */
async function assets(): Promise<{ css: string; js: string }> {
  const common = { bundle: true, write: false, minify: true, legalComments: 'none', logLevel: 'error', charset: 'utf8' } as const;
  const [css, js] = await Promise.all([
    build({ ...common, entryPoints: [join(HERE, 'handbook.css')] }),
    build({ ...common, entryPoints: [join(HERE, 'handbook.client.ts')], format: 'iife', target: 'es2022' }),
  ]);
  // "</script" would end the element.
  return { css: css.outputFiles[0]!.text.trim(), js: js.outputFiles[0]!.text.trim().replaceAll('</script', '<\\/script') };
}
