import type { Shape } from '../recording/expectation.ts';
import { readShapeMember } from './shape-member.ts';

/** Where a parsed JSON value does not have the shape; the same sentences as the recorded script's. Empty where it fits. */
export function shapeMisfits(shape: Shape, value: unknown, path = ''): readonly string[] {
  const here = path === '' ? 'the body' : path;
  if (typeof shape === 'string') {
    const types = shape.split('|');
    const found = typeof value === 'boolean' && !types.includes('boolean') ? String(value) : typeOf(value);
    return shape === 'any' || types.includes(found) ? [] : [`${here} is ${found}, not ${shape}`];
  }
  const type = typeOf(value);
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${here} is ${type}, not array`];
    const [item]: readonly (Shape | undefined)[] = shape;
    return item === undefined ? [] : value.flatMap((inner: unknown, index) => shapeMisfits(item, inner, `${path}/${index}`));
  }
  return objectMisfits(shape as { readonly [member: string]: Shape }, value, path);
}

function objectMisfits(shape: { readonly [member: string]: Shape }, value: unknown, path: string): readonly string[] {
  const here = path === '' ? 'the body' : path;
  const alternatives = shape['|'];
  if (Array.isArray(alternatives)) {
    const fits = alternatives.some((alternative: Shape) => shapeMisfits(alternative, value, path).length === 0);
    return fits ? [] : [`${here} has none of its shapes`];
  }
  if (typeOf(value) !== 'object') return [`${here} is ${typeOf(value)}, not object`];
  const members = new Map(Object.entries(value as object));
  const table = shape['*'];
  if (table !== undefined) return [...members].flatMap(([name, inner]) => shapeMisfits(table, inner, `${path}/${name}`));
  const misfits: string[] = [];
  for (const [member, inner] of Object.entries(shape)) {
    const { name, optional } = readShapeMember(member);
    if (members.has(name)) misfits.push(...shapeMisfits(inner, members.get(name), `${path}/${name}`));
    else if (!optional) misfits.push(`${path}/${name} is missing`);
    members.delete(name);
  }
  return [...misfits, ...[...members.keys()].map((name) => `${path}/${name} is new`)];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
