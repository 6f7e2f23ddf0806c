import type { Json, JsonMember } from '../../model/json.ts';
import type { ResolvedText, Text } from '../../model/text.ts';
import type { Parameter } from './parameter.ts';
import { unescapeParameter } from './unescape-parameter.ts';

type Node = string | null | Node[] | Branch;
/** A class of its own, to be told from an array by `instanceof`. */
class Branch extends Map<string, Node> {}

/**
 * A URL's own query as Faraday's NestedParamsEncoder reads it: `a[b]=1` and `a[]=1` become objects and arrays, a repeated name keeps its
 * last value, a name without letters is dropped. Undefined where Faraday raises (`a=1&a[b]=2`, bytes that are not UTF-8).
 */
export function readNestedQuery(query: string, fill: (part: string) => Text): readonly Parameter[] | undefined {
  const root = new Branch();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const split = pair.indexOf('=');
    const name = unescapeParameter(split < 0 ? pair : pair.slice(0, split));
    const value = split < 0 ? null : unescapeParameter(pair.slice(split + 1));
    if (name === undefined) return undefined;
    if (!/[^[\]]/.test(name)) continue;
    if (value === undefined || !place(root, name, value)) return undefined;
  }
  return [...root].map(([name, node]) => ({ name: fill(name), value: toJson(node, fill), fromUrl: true }));
}

/** Puts the value where its name says; false where another value is in the way. */
function place(root: Branch, name: string, value: string | null): boolean {
  const keys = name.match(/[^[\]]+(?:\]?\[\])?/g) ?? [];
  let context: Branch | Node[] = root;
  for (const [index, written] of keys.entries()) {
    const key = written.replace(/[[\]]+$/, '');
    const isList = key !== written;
    const isLast = index === keys.length - 1;
    if (!isLast || isList) {
      if (Array.isArray(context)) return false;
      const known: Node | undefined = context.get(key) ?? undefined;
      const inner: Branch | Node[] | undefined = known === undefined ? (isList ? [] : new Branch()) : branchOf(known, isList);
      if (inner === undefined) return false;
      context.set(key, inner);
      context = inner;
    }
    if (Array.isArray(context) && !isList) context = lastBranch(context, key);
    if (!isLast) continue;
    if (Array.isArray(context)) context.push(value);
    else context.set(key, value);
  }
  return true;
}

function branchOf(node: Node, isList: boolean): Branch | Node[] | undefined {
  if (isList) return Array.isArray(node) ? node : undefined;
  return node instanceof Branch ? node : undefined;
}

/** `a[][x]=1&a[][y]=2` fills one object; a repeated key begins the next. */
function lastBranch(list: Node[], key: string): Branch {
  const last = list.at(-1);
  if (last instanceof Branch && !last.has(key)) return last;
  const next = new Branch();
  list.push(next);
  return next;
}

/** An inner object whose names are all numbers becomes an array, as in Faraday. */
function toJson(node: Node, fill: (part: string) => Text): Json<ResolvedText> {
  if (node === null) return { kind: 'null' };
  if (typeof node === 'string') return { kind: 'string', value: fill(node) };
  if (Array.isArray(node)) {
    const items = node.map((item) => (item instanceof Branch ? toObject(item, fill) : toJson(item, fill)));
    return { kind: 'array', items };
  }
  if (node.size > 0 && [...node.keys()].every((key) => /^\d+$/m.test(key))) {
    const items = [...node].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => toJson(value, fill));
    return { kind: 'array', items };
  }
  return toObject(node, fill);
}

/** Inside of an array Faraday leaves an object with numbers for names an object. */
function toObject(branch: Branch, fill: (part: string) => Text): Json<ResolvedText> {
  const members = [...branch].map(([key, value]): JsonMember<ResolvedText> => ({ key: fill(key), value: toJson(value, fill) }));
  return { kind: 'object', members };
}
