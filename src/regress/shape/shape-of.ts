import type { Shape } from '../recording/expectation.ts';
import { mergeShapes } from './merge-shapes.ts';
import { shapeMember } from './shape-member.ts';

const deepest = 8;
/** So many members of one shape, and the object is a table whose names are data. */
const tableSize = 32;
/** Names that are ids: digits, UUIDs, long hexadecimal numbers, dates, addresses. */
const idName = /^(?:\d+|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}|\d{4}-\d\d-\d\d.*|[^@\s]+@[^@\s]+)$/iu;

/** Members of a whole answer that say whether it is an error, whatever its status: Slack's and Cloudflare's. */
const outcomeNames: ReadonlySet<string> = new Set(['ok', 'success']);

/** The shape of a parsed JSON value; below eight levels anything goes. */
export function shapeOf(value: unknown, depth = 0): Shape {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  if (depth >= deepest) return 'any';
  if (Array.isArray(value)) {
    const [first, ...others] = value.map((item) => shapeOf(item, depth + 1));
    return first === undefined ? [] : [others.reduce(mergeShapes, first)];
  }
  const members = Object.entries(value).map(([name, member]) => {
    const isOutcome = depth === 0 && typeof member === 'boolean' && outcomeNames.has(name);
    return [name, isOutcome ? String(member) : shapeOf(member, depth + 1)] as const;
  });
  const table = tableShape(members);
  return table === undefined
    ? Object.fromEntries(members.map(([name, shape]) => [shapeMember(name, false), shape]))
    : { '*': table };
}

function tableShape(members: readonly (readonly [string, Shape])[]): Shape | undefined {
  const [first, ...others] = members.map(([, shape]) => shape);
  if (first === undefined) return undefined;
  const ids = members.every(([name]) => idName.test(name));
  if (!ids && members.length < tableSize) return undefined;
  const merged = others.reduce(mergeShapes, first);
  const alike = members.every(([, shape]) => JSON.stringify(shape) === JSON.stringify(first));
  return ids || alike ? merged : undefined;
}
