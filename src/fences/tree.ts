/** The parts of a markdown node that matter to the bank. */
export interface Node {
  type: string;
  /** Text of a text or code node. */
  value?: string;
  depth?: number;
  lang?: string | null;
  meta?: string | null;
  /** Name and attributes of a component. */
  name?: string | null;
  attributes?: { type: string; name?: string; value?: string | null | { value: string } }[];
  data?: { hProperties?: { id?: string } };
  position?: { start: { line: number } };
  children?: Node[];
}

/** The node and everything below it, in the order of the page. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

/** All components with this name (`Predict`, `Option`, …). */
export const components = (tree: Node, name: string): Node[] => [...walk(tree)].filter((node) => node.type.startsWith('mdxJsx') && node.name === name);

/** An attribute of a component: its text, '' for one without a value, undefined when it is absent or an expression. */
export function attribute(node: Node, name: string): string | undefined {
  const value = node.attributes?.find((a) => a.name === name)?.value;
  if (value === null) return '';
  return typeof value === 'string' ? value : undefined;
}

/** The words of a node as a reader sees them, without markup. */
export const textOf = (node: Node): string =>
  [...walk(node)]
    .filter((n) => n.type === 'text' || n.type === 'inlineCode')
    .map((n) => n.value ?? '')
    .join('');

/** First line of a node, 1-based. */
export const lineOf = (node: Node): number => node.position?.start.line ?? 1;
