/** A page's part below one heading. */
export interface PartText {
  /** Id of the heading; empty above the first. */
  anchor: string;
  heading: string;
  text: string;
}

/** What the search knows of a page. */
export interface PageText {
  /** Path from the root of the folder, such as `event-loop/phases/index.html`. */
  url: string;
  title: string;
  segment: string;
  level: string;
  aliases: string;
  /** Names that only its programs have. */
  names: string;
  parts: PartText[];
}

declare global {
  /** Address of the folder's root, ending in a slash. Set by `site.js`. */
  var naRoot: string;
  /** Set by `search-data.js`. */
  var naTexts: PageText[] | undefined;
}
