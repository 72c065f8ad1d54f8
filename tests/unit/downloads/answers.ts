import { parseHtml } from '../../../src/downloads/html.ts';
import { segment } from '../../../src/bank/segments.ts';
import type { BuiltAnswer } from '../../../src/exports/built-answers.ts';
import { elementsIn } from '../../../src/downloads/html.ts';

const SITE = 'https://example.org/bank';

/** A small answer as `readBuiltAnswers()` gives it. */
export function answer(given: Partial<BuiltAnswer> & { id: number }, html = ''): BuiltAnswer {
  const slug = given.slug ?? `event-loop/question-${given.id}`;
  const [body] = elementsIn(parseHtml(html), ({ tagName }) => tagName === 'body');
  return {
    slug,
    segment: segment('event-loop'),
    level: 'mid',
    title: `Question ${given.id}?`,
    short: 'One sentence. Then `code`.',
    tags: ['timers'],
    aliases: [],
    followUps: [],
    references: [{ title: 'Node.js docs', url: 'https://nodejs.org/api/?a=1&b=2' }],
    reviewed: '2026-11-20',
    address: `${SITE}/${slug}/`,
    permanent: `${SITE}/q/${given.id}/`,
    markdown: `${SITE}/${slug}.md`,
    body: { type: 'root', children: body!.children },
    ...given,
  };
}

/** A program that was run, and what it printed, as `cleanBody()` writes them. */
export const PROGRAM = `<figure class="program" data-title="order.cjs" data-ran="22 24 26"><figcaption><code>order.cjs</code> <small>ran on Node 22 · 24 · 26</small></figcaption><pre data-title="order.cjs"><code class="language-js">if (a &lt; b &amp;&amp; c[d[0]]>1) log('x');
</code></pre></figure><figure class="output" data-label="Output (Node 22, 24, 26)"><figcaption>Output (Node 22, 24, 26)</figcaption><pre class="output"><code class="language-text">x\u001b[31m
</code></pre></figure>`;

/** A drawing: two boxes, an arrow between them. */
export const DRAWING = `<figure class="diagram"><svg viewBox="0 0 90 90" role="img" aria-labelledby="dg-a dg-a-desc" width="90" height="90" font-size="13.5"><title id="dg-a">A lap</title><desc id="dg-a-desc">Two boxes.</desc><path class="dg-line" d="M10 10L40 10"></path><path class="dg-head" d="M33.1 14.1L40 10L33.1 5.9"></path><rect class="dg-box dg-hot" x="40" y="5" width="9" height="9" rx="8"></rect><text x="44" y="9" text-anchor="middle" class="dg-name">poll</text></svg><figcaption>A lap</figcaption></figure>`;
