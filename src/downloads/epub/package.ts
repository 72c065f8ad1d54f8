import { escapeXml } from './xhtml.ts';

/** A file of the book. */
export interface Item {
  /** Name inside the book's folder. */
  file: string;
  contents: string | Uint8Array;
  type: 'application/xhtml+xml' | 'text/css' | 'image/png';
  /** What it is to the book, in the words of EPUB: `nav`, `svg`, `cover-image`. */
  properties?: string;
  /** Whether it is read in turn. */
  linear?: boolean;
}

/** What a shelf shows of the book. */
export interface Metadata {
  /** Stays for all editions. */
  identifier: string;
  title: string;
  description: string;
  publisher: string;
  rights: string;
  source: string;
  /** The day of this edition, such as `2026-11-20`. */
  date: string;
}

const idOf = (file: string): string => `f-${file.replace(/\W/g, '-')}`;

/** The package document: https://www.w3.org/TR/epub-33/#sec-package-doc */
export function packageDocument(meta: Metadata, items: readonly Item[]): string {
  const { identifier, title, description, publisher, rights, source, date } = Object.fromEntries(
    Object.entries(meta).map(([key, text]) => [key, escapeXml(text)]),
  ) as unknown as Metadata;
  const item = ({ file, type, properties }: Item): string =>
    `<item id="${idOf(file)}" href="${file}" media-type="${type}"${properties ? ` properties="${properties}"` : ''}/>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${identifier}</dc:identifier>
<dc:title>${title}</dc:title>
<dc:language>en</dc:language>
<dc:creator>${publisher}</dc:creator>
<dc:publisher>${publisher}</dc:publisher>
<dc:description>${description}</dc:description>
<dc:rights>${rights}</dc:rights>
<dc:source>${source}</dc:source>
<dc:date>${date}</dc:date>
<meta property="dcterms:modified">${date}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityFeature">longDescription</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
${items.map(item).join('\n')}
</manifest>
<spine>
${items
  .filter(({ linear }) => linear)
  .map(({ file }) => `<itemref idref="${idOf(file)}"/>`)
  .join('\n')}
</spine>
</package>
`;
}

/** Says where the package document lies. */
export const CONTAINER = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;
