import type { Task } from '../../src/traces/trace.ts';
import type { OwnFrame } from './notes.ts';
import { isFunction, type Syntax, type Tree } from './syntax.ts';

/** What the source says about a call: the function's name as written, its callback, the line where the callback's code starts. */
export type Named = Pick<Task, 'api' | 'cb' | 'fl'>;

/** Functions whose only argument may be a callback that is a mere name. */
const TAKES_CALLBACK = /^(then|catch|finally|setTimeout|setImmediate|setInterval|nextTick|queueMicrotask)$/;

/** The function's name as the author wrote it: `fs.readFile`, `nextTick`, `.then`. */
export function calleeOf({ callee }: Tree): string {
  if (callee.type !== 'MemberExpression') return callee.name ?? 'call';
  const property = callee.property.name ?? '…';
  const object = callee.object.type === 'Identifier' ? callee.object.name : '';
  return object === 'process' || object === 'globalThis' ? property : `${object}.${property}`;
}

/** The last part of a callee: `then` of `.then`. */
const methodOf = (name: string): string => name.split('.').at(-1)!;

/** What a reader would call a function: its own name, the variable it is in, or what it is a callback of. */
export function functionName(syntax: Syntax, fn: Tree | undefined): string {
  if (!fn) return 'main';
  if (fn['id']) return fn['id'].name;
  const parent = syntax.parentOf(fn);
  if (parent?.type === 'VariableDeclarator' && parent['id'].name) return parent['id'].name;
  if (/Property|MethodDefinition/.test(parent?.type ?? '') && parent!['key']) return parent!['key'].name ?? syntax.text(parent!['key']);
  if (parent?.type === 'CallExpression' && parent['arguments'].includes(fn)) return `${calleeOf(parent)} callback`;
  if (parent?.type === 'NewExpression' && parent['callee'].name === 'Promise') return 'Promise executor';
  return fn['async'] ? 'async function' : 'function';
}

/** The call a frame is in. V8 points at the property of `a.b()`, but behind it when the property is a keyword (`.catch`, `.finally`). */
function callAt(syntax: Syntax, frame: OwnFrame): Tree | undefined {
  const at = syntax.offset(frame);
  return syntax.nodes.find((node) => {
    if (node.type === 'NewExpression') return node.start === at;
    if (node.type !== 'CallExpression') return false;
    const { callee } = node as Tree & { callee: Tree };
    return callee.type === 'MemberExpression' ? callee['property'].start === at || callee['property'].end === at : callee.start === at;
  });
}

/** The call that a `for await` iterates over: it calls next() of what came back, without a text for it. */
function iteratedAt(syntax: Syntax, frame: OwnFrame): Tree | undefined {
  const at = syntax.offset(frame);
  const loop = syntax.nodes.findLast((node) => node.type === 'ForOfStatement' && node['left'].start <= at && at <= node['right'].end);
  return loop?.['right'].type === 'CallExpression' ? loop['right'] : undefined;
}

/** The function that an argument is, or names. */
function functionOf({ nodes }: Syntax, node: Tree | undefined): Tree | undefined {
  if (!node || isFunction(node)) return node;
  if (node.type !== 'Identifier') return undefined;
  const declared = nodes.find((d) => d.type === 'FunctionDeclaration' && d['id']?.name === node['name']);
  return declared ?? nodes.find((d) => d.type === 'VariableDeclarator' && d['id'].name === node['name'] && isFunction(d['init']))?.['init'];
}

function bodyLine(fn: Tree | undefined): number | undefined {
  if (!fn) return undefined;
  const body: Tree = fn['body'];
  return (body.type === 'BlockStatement' && body['body'].length > 0 ? body['body'][0] : body).loc.start.line;
}

function callbackOf(syntax: Syntax, call: Tree): Pick<Named, 'cb' | 'fl'> {
  const args: Tree[] = call['arguments'];
  const callback =
    args.findLast(isFunction) ??
    args.find((arg) => functionOf(syntax, arg)) ??
    args.find((arg) => arg.type === 'MemberExpression') ??
    (args[0]?.type === 'Identifier' && args.length < 3 && TAKES_CALLBACK.test(methodOf(calleeOf(call))) ? args[0] : undefined);
  const fl = bodyLine(functionOf(syntax, callback));
  return { ...(callback ? { cb: syntax.text(callback) } : {}), ...(fl ? { fl } : {}) };
}

/** Names the call that a frame is in, if it is one. */
export function nameCall(syntax: Syntax, frame: OwnFrame): Named | undefined {
  const call = callAt(syntax, frame) ?? iteratedAt(syntax, frame);
  return call && { api: calleeOf(call), ...callbackOf(syntax, call) };
}

/**
 * Names the promise that a call made: a reaction of its own, or one of a combinator's.
 *
 * @param builtin V8's name of the function that made it, for a call whose text says nothing: `Promise[method](list)`
 */
export function nameReaction(syntax: Syntax, frame: OwnFrame, builtin: string): Named {
  const call = callAt(syntax, frame);
  const api = call ? calleeOf(call) : /^(all|allSettled|any|race)$/.test(builtin) ? `Promise.${builtin}` : `${builtin || 'promise'}()`;
  const method = methodOf(api);
  if (!call) return { api, cb: api.startsWith('Promise.') ? 'one of its promises settled' : 'internal step' };
  return /^(then|catch|finally)$/.test(method) ? { api: `.${method}`, ...callbackOf(syntax, call) } : { api, cb: 'one of its promises settled' };
}

/**
 * The handler that a reaction calls, if its text tells: the first of `.then(a, b)` when the promise was fulfilled, the second when rejected.
 *
 * @returns null when the call has no handler for this end: it is passed on
 */
export function handlerOf(syntax: Syntax, frame: OwnFrame, rejected: boolean): Pick<Named, 'cb' | 'fl'> | null | undefined {
  const call = callAt(syntax, frame);
  const method = call && methodOf(calleeOf(call));
  const args: Tree[] = call?.['arguments'] ?? [];
  if ((method !== 'then' && method !== 'catch') || args.some(({ type }) => type === 'SpreadElement')) return undefined;
  const handler = method === 'then' ? args[rejected ? 1 : 0] : rejected ? args[0] : undefined;
  if (!handler || /^(null|undefined)$/.test(syntax.text(handler))) return null;
  const fl = bodyLine(functionOf(syntax, handler));
  return { cb: syntax.text(handler), ...(fl ? { fl } : {}) };
}

const KINDS: Record<string, string> = { AwaitExpression: 'await', YieldExpression: 'yield', ForOfStatement: 'for await', ReturnStatement: 'return' };

/** Names the place where a function stopped. V8 reports the last position it evaluated: the stop is the one that ends first after it. */
export function nameResume(syntax: Syntax, frame: OwnFrame): Named {
  const at = syntax.offset(frame);
  const fn = syntax.enclosing(at);
  const isStop = (node: Tree) => (node.type === 'ForOfStatement' ? node['await'] : node.type === 'ReturnStatement' ? fn?.['async'] : node.type in KINDS);
  const end = (node: Tree): number => (node.type === 'ForOfStatement' ? node['right'].end : node.end);
  const stops = syntax.nodes.filter((node) => isStop(node) && syntax.enclosing(node.start) === fn);
  const ahead = stops.filter((node) => end(node) > at).sort((a, b) => end(a) - end(b))[0];
  const stop = ahead ?? stops.findLast((node) => node.type === 'ForOfStatement' && node.start <= at && at < node.end);
  const name = fn ? functionName(syntax, fn) : 'module';
  const cb = `${name}${fn && !name.includes(' ') ? '()' : ''} resumes`;
  if (!stop) return { api: 'await', cb };
  return { api: KINDS[stop.type]!, cb, fl: stop.type === 'ForOfStatement' ? stop.loc!.start.line : stop.loc!.end.line };
}
