import type { Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const WRITER = unified().use(rehypeStringify, {
  closeSelfClosing: true,
  closeEmptyElements: true,
  // XML knows five named references only.
  characterReferences: { useNamedReferences: false },
});

/** What XML may not contain, not even escaped, such as the escape character before a colour; drawn instead. */
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g;
const drawn = (text: string): string => text.replace(CONTROLS, (c) => String.fromCodePoint(0x2400 + c.codePointAt(0)!));

/** Text in XML. */
export const escapeXml = (text: string): string =>
  drawn(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A tree as XHTML: elements closed, every attribute with a value, nothing that XML does not know. */
export function writeXhtml(tree: Root): string {
  return drawn(WRITER.stringify({ type: 'root', children: tree.children.flatMap(fit) as RootContent[] })).replaceAll(']]>', ']]&gt;');
}

function fit(node: RootContent): RootContent[] {
  if (node.type === 'comment') return [];
  if (node.type !== 'element') return [node];
  const { align, ...properties } = node.properties;
  return [
    {
      ...node,
      properties: {
        ...properties,
        ...(align !== undefined && { style: `text-align: ${String(align)}` }),
        ...(node.tagName === 'svg' && { xmlns: 'http://www.w3.org/2000/svg' }),
      },
      children: node.children.flatMap(fit) as typeof node.children,
    },
  ];
}

/** A whole XHTML document of an EPUB. */
export const xhtmlPage = (title: string, body: string, attributes = ''): string => `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body${attributes}>
${body}
</body>
</html>
`;
