/**
 * On which page of a PDF each named place stands, the first page being 1. Chromium names the places that links of the page lead to.
 *
 * It reads the plain objects that Chromium writes: pages in their order, and a dictionary of places. Other programs pack them.
 * @throws Error when there are no such objects
 */
export function pagesOfPlaces(pdf: Buffer): Map<string, number> {
  const text = pdf.toString('latin1');
  const pages = new Map([...text.matchAll(/\n(\d+) 0 obj\n<<\/Type \/Page\n/g)].map(([, object], i) => [object!, i + 1]));
  const reference = /\/Dests (\d+) 0 R/.exec(text)?.[1];
  const places = new RegExp(`\\n${reference} 0 obj\\n<<([\\s\\S]*?)>>\\nendobj`).exec(text)?.[1];
  if (!places || pages.size === 0)
    throw new Error('The PDF does not say where its places are. Chromium writes PDF differently now: see scripts/lib/pdf-pages.ts.');
  return new Map([...places.matchAll(/\/([^\s/]+) \[(\d+) 0 R/g)].map(([, name, object]) => [name!, pages.get(object!)!]));
}
