/** A tag of an HTML text, with what stands inside it where that is no HTML: in `<script>` and `<style>`. */
export interface Tag {
  name: string;
  /** What stands between its name and its end, as it is written. */
  inside: string;
  /** Where that begins in the text. */
  at: number;
  content: string;
}

const INSIDE = `(?:"[^"]*"|'[^']*'|[^>"'])*`;
const TAG = new RegExp(`<!--[\\s\\S]*?-->|<(script|style)\\b(${INSIDE})>([\\s\\S]*?)</\\1\\s*>|<([a-z][\\w-]*)(${INSIDE})>`, 'gi');

/** An attribute with the blanks before it: its name, then its value between double quotes, single quotes or none. */
export const ATTRIBUTE = /\s*([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;

/**
 * The tags of a page that was built: `<` in its text is written `&lt;`. A scanner and no parser, because it reads every page of the site
 * in each build.
 */
export function* tagsOf(html: string): Generator<Tag> {
  for (const { 1: raw, 2: rawInside, 3: content = '', 4: plain, 5: plainInside, index } of html.matchAll(TAG)) {
    const name = raw ?? plain;
    if (name) yield { name: name.toLowerCase(), inside: rawInside ?? plainInside ?? '', at: index + 1 + name.length, content };
  }
}

/** The attributes of a tag. Names in lower case; an attribute without a value has ''. */
export function attributesOf({ inside }: Pick<Tag, 'inside'>): Map<string, string> {
  const pairs = inside.matchAll(ATTRIBUTE).map(([, name, a, b, c]): [string, string] => [name!.toLowerCase(), a ?? b ?? c ?? '']);
  return new Map(pairs);
}
