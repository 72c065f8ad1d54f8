/** What a page is called: read from `pagefind/pages.json`, which `side-files.ts` writes. */
export interface Page {
  /** By which Pagefind knows it. */
  id: string;
  /** From the root of the site, without the base: `/event-loop/phases/`. */
  path: string;
  title: string;
  /** Other words people search with. */
  aliases: string[];
  segment?: string;
  level?: string;
}

/** `pages.json`: each name of a segment or a level once, and a row for each page, since the keys would be a third of the file. */
export interface PagesFile {
  segments: string[];
  levels: string[];
  /** Id, path, title, aliases joined by line feeds, places in `segments` and `levels` (−1: in none). */
  pages: [id: string, path: string, title: string, aliases: string, segment: number, level: number][];
}

export const readPages = ({ segments, levels, pages }: PagesFile): Page[] =>
  pages.map(([id, path, title, aliases, segment, level]) => ({
    id,
    path,
    title,
    aliases: aliases ? aliases.split('\n') : [],
    segment: segments[segment],
    level: levels[level],
  }));
