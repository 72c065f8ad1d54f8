import type { Element, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import type { BlockContent, Blockquote, Paragraph, PhrasingContent, RootContent } from 'mdast';
import rehypeRemark, { type Options } from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { hasClass, textIn } from './clean/rule.ts';

type Handlers = NonNullable<Options['handlers']>;

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const strong = (...children: PhrasingContent[]): PhrasingContent => ({ type: 'strong', children });
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
const quote = (...children: BlockContent[]): Blockquote => ({ type: 'blockquote', children });

const textOf = (selector: string, element: Element): string => {
  const found = select(selector, element);
  return found ? textIn(found).trim() : '';
};

/** A program, an output or a drawing, as `cleanBody()` makes them. */
function figure(element: Element): RootContent[] {
  if (hasClass(element, 'diagram')) return [quote(paragraph(strong(text(`Diagram: ${textOf('figcaption', element)}.`)), text(` ${textOf('desc', element)}`)))];
  const code = select('pre > code', element);
  if (!code) throw new Error(`A figure.${String(element.properties['className'])} has no code. Say in src/exports/markdown.ts how it is written as Markdown.`);
  const lang = String(code.properties['className']).replace('language-', '');
  const fence = { type: 'code' as const, lang, value: textIn(code).replace(/\n$/, '') };
  if (hasClass(element, 'output')) return [paragraph(text(`${String(element.properties['dataLabel'])}:`)), fence];
  const note = textOf('figcaption small', element);
  const name = String(element.properties['dataTitle'] ?? '');
  const heading = [...(name ? [strong(text(name))] : []), ...(note ? [text(name ? ` (${note})` : note)] : [])];
  return heading.length > 0 ? [paragraph(...heading), fence] : [fence];
}

const handlers: Handlers = {
  figure: (_, element: Element) => figure(element),
  // A callout: its label becomes the first words of its first paragraph.
  aside: (state, element: Element) => {
    const label = strong(text(`${String(element.properties['ariaLabel'])}:`));
    const [first, ...rest] = state.toFlow(
      state.all({ ...element, children: element.children.filter((child) => child.type !== 'element' || !hasClass(child, 'label')) }),
    );
    const blocks =
      first?.type === 'paragraph' ? [paragraph(label, text(' '), ...first.children), ...rest] : [paragraph(label), ...(first ? [first] : []), ...rest];
    return quote(...(blocks as BlockContent[]));
  },
  // The first line of one half of a comparison stands for its heading.
  section: (state, element: Element) => {
    if (hasClass(element, 'side'))
      for (const line of selectAll('p.headline', element)) line.children = [{ type: 'element', tagName: 'strong', properties: {}, children: line.children }];
    return state.toFlow(state.all(element));
  },
  // Without it 2<sup>31</sup> would become 231.
  sup: (state, element: Element) => [{ type: 'html', value: '<sup>' }, ...(state.all(element) as PhrasingContent[]), { type: 'html', value: '</sup>' }],
};

const writer = unified()
  .use(rehypeRemark, { handlers })
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', listItemIndent: 'one' });

/**
 * A body of `readBuiltAnswers()` as GitHub-flavoured Markdown, its headings from `##` on.
 *
 * The body stays as it is. Programs and outputs are fences with a line above them, callouts are quotes, a drawing is its description.
 */
export function toMarkdown(body: Root): string {
  return writer.stringify(writer.runSync(body));
}
