import { isBuiltin } from 'node:module';
import { calleeOf } from './names.ts';
import type { Syntax, Tree } from './syntax.ts';

/** Why a program cannot be traced: what is wrong, and what to do. */
export class Refused extends Error {
  /** 1-based line of the program. */
  readonly line: number;
  constructor(message: string, line = 1) {
    super(message);
    this.name = 'Refused';
    this.line = line;
  }
}

/** One thing that the recorder would misread, and the sentence for the author. */
interface Obstacle {
  find: (node: Tree) => boolean;
  say: string;
}

const OBSTACLES: Obstacle[] = [
  {
    find: (node) => isClass(node) && (node['superClass']?.name ?? node['superClass']?.property?.name) === 'Promise',
    say: 'It extends Promise, whose reactions V8 does not tell from others: they would be named wrongly. Use a plain promise, or show it without a trace.',
  },
  {
    find: (node) => node.type === 'CallExpression' && /(^|\.)(stdout|stderr)$/.test(objectOf(node)) && /^(write|end)$/.test(propertyOf(node)),
    say: 'It writes to process.stdout or process.stderr itself; only console.log and its like are seen. Print with console.log.',
  },
  {
    find: (node) => node.type === 'MemberExpression' && node['object'].name === 'process' && node['property'].name === 'stdin',
    say: 'It reads standard input, which is empty while it is recorded. Put the input into the program.',
  },
  {
    find: (node) => node.type === 'NewExpression' && calleeOf(node).split('.').at(-1) === 'Worker',
    say: 'It starts a worker. A trace follows one thread. Leave the worker out, or show it without a trace.',
  },
  {
    find: (node) => /^(node:)?cluster$/.test(moduleOf(node) ?? ''),
    say: 'It uses cluster. A trace follows one process. Show it without a trace.',
  },
  {
    find: (node) => /^(node:)?child_process$/.test(moduleOf(node) ?? ''),
    say: 'It starts another process, of which a trace sees nothing. Leave that out, or show it without a trace.',
  },
  {
    find: (node) => moduleOf(node) !== undefined && !isBuiltin(moduleOf(node)!),
    say: 'It imports a file or a package; a trace names only what stands in the program itself. Put everything into one file.',
  },
];

/**
 * Refuses a program that the recorder would misread.
 *
 * @throws Refused with the line, the reason and what to do
 */
export function refuseUnclear(syntax: Syntax): void {
  for (const node of syntax.nodes) {
    const obstacle = OBSTACLES.find(({ find }) => find(node));
    if (obstacle) throw new Refused(obstacle.say, syntax.lineOf(node.start));
  }
}

const isClass = ({ type }: Tree): boolean => type === 'ClassDeclaration' || type === 'ClassExpression';

/** `process.stdout` of `process.stdout.write()`, `stdout` of `stdout.write()`. */
function objectOf({ callee }: Tree): string {
  const object = callee.type === 'MemberExpression' ? callee.object : undefined;
  return object?.type === 'MemberExpression' ? `.${object.property.name}` : (object?.name ?? '');
}

const propertyOf = ({ callee }: Tree): string => callee.property?.name ?? '';

/** What an import or a require names. */
function moduleOf(node: Tree): string | undefined {
  const source = /^Import(Declaration|Expression)$|^Export(All|Named)Declaration$/.test(node.type)
    ? node['source']
    : node.type === 'CallExpression' && /^(require|getBuiltinModule)$/.test(calleeOf(node))
      ? node['arguments'][0]
      : undefined;
  return typeof source?.value === 'string' ? source.value : undefined;
}
