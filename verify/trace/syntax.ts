import { parse, type Node } from 'acorn';
import type { OwnFrame } from './notes.ts';

/** A node of the program's syntax tree, of whatever kind. */
export interface Tree extends Node {
  // acorn's types are one interface for each kind of node; names need a few fields of a dozen kinds.
  [field: string]: any;
}

/** The program's text as a tree, and how to find one's way in it. */
export interface Syntax {
  src: string;
  /** All nodes, parents before children. */
  nodes: Tree[];
  parentOf: (node: Tree) => Tree | undefined;
  /** Where a frame points to in the text. */
  offset: (frame: OwnFrame) => number;
  /** The innermost function around a place, or undefined for the program's top level. */
  enclosing: (offset: number) => Tree | undefined;
  /** A node's text on one line, shortened. */
  text: (node: Tree) => string;
  lineOf: (offset: number) => number;
}

const LONGEST = 44;

/** Whether a node is a function of any kind. */
export const isFunction = (node: Tree | undefined | null): boolean => /Function/.test(node?.type ?? '');

/**
 * Parses a program. The tree only names what was recorded; it decides nothing about the order.
 *
 * @throws SyntaxError when it is no JavaScript
 */
export function parseProgram(src: string, esm: boolean): Syntax {
  const root: Tree = parse(src, { ecmaVersion: 'latest', sourceType: esm ? 'module' : 'script', allowReturnOutsideFunction: true, locations: true });
  const nodes: Tree[] = [];
  const parents = new Map<Tree, Tree>();
  const walk = (node: Tree, parent?: Tree): void => {
    nodes.push(node);
    if (parent) parents.set(node, parent);
    for (const child of Object.values(node).flat()) if (child && typeof child.type === 'string') walk(child, node);
  };
  walk(root);
  const starts = [0, ...[...src.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return {
    src,
    nodes,
    parentOf: (node) => parents.get(node),
    offset: ([line, column]) => starts[line - 1]! + column - 1,
    enclosing: (at) => nodes.findLast((node) => isFunction(node) && node.start <= at && at < node.end),
    text: (node) => {
      const text = src.slice(node.start, node.end).replace(/\s+/g, ' ');
      return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
    },
    lineOf: (at) => starts.findLastIndex((start) => start <= at) + 1,
  };
}
