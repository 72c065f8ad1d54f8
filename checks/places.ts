import { LineCounter, parseDocument, isMap, isSeq, isScalar, type Node as YamlNode } from 'yaml';
import { frontMatterOf } from '../src/bank/files.ts';

/**
 * The line of a front matter field in its page, 1-based: of `['references', 0, 'url']` the line on which that address stands.
 * A field that is absent has the line of the nearest thing that holds it.
 *
 * @param source the whole page
 */
export function fieldLine(source: string, path: readonly PropertyKey[]): number {
  const yaml = frontMatterOf(source);
  if (yaml === undefined) return 1;
  const counter = new LineCounter();
  let node: unknown = parseDocument(yaml, { lineCounter: counter }).contents;
  let offset = 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (!pair) break;
      // The line of `short:`, not of the block of text that begins below it.
      offset = (pair.key as YamlNode).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = (node as YamlNode | undefined)?.range?.[0] ?? offset;
    } else break;
  }
  // One line above the YAML: the three dashes.
  return counter.linePos(offset).line + 1;
}
