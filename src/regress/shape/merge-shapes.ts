import type { Shape } from '../recording/expectation.ts';
import { readShapeMember, shapeMember } from './shape-member.ts';

type ObjectShape = { readonly [member: string]: Shape };

/** The smallest shape that fits what fits either; a member that only one side has may be missing. */
export function mergeShapes(left: Shape, right: Shape): Shape {
  const alternatives: Shape[] = [];
  for (const shape of [...alternativesOf(left), ...alternativesOf(right)]) add(alternatives, shape);
  const [only] = alternatives;
  if (only !== undefined && alternatives.length === 1) return only;
  return alternatives.includes('any') ? 'any' : { '|': alternatives };
}

function add(alternatives: Shape[], shape: Shape): void {
  const index = alternatives.findIndex((other) => kindOf(other) === kindOf(shape));
  const known = alternatives[index];
  if (known === undefined) alternatives.push(shape);
  else alternatives[index] = mergeAlike(known, shape);
}

function alternativesOf(shape: Shape): readonly Shape[] {
  return isObject(shape) && Array.isArray(shape['|']) ? shape['|'] : [shape];
}

function isObject(shape: Shape): shape is ObjectShape {
  return typeof shape === 'object' && !Array.isArray(shape);
}

function kindOf(shape: Shape): 'scalar' | 'list' | 'object' {
  if (typeof shape === 'string') return 'scalar';
  return Array.isArray(shape) ? 'list' : 'object';
}

function mergeAlike(left: Shape, right: Shape): Shape {
  if (typeof left === 'string' && typeof right === 'string') {
    const types = new Set([...left.split('|'), ...right.split('|')]);
    return types.has('any') ? 'any' : [...types].sort().join('|');
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    const [mine, other]: readonly (Shape | undefined)[] = [left[0], right[0]];
    if (mine === undefined || other === undefined) return mine === undefined ? right : left;
    return [mergeShapes(mine, other)];
  }
  return isObject(left) && isObject(right) ? mergeObjects(left, right) : 'any';
}

function mergeObjects(left: ObjectShape, right: ObjectShape): ObjectShape {
  if ('*' in left || '*' in right) {
    const [first, ...others] = [...Object.values(left), ...Object.values(right)];
    return first === undefined ? {} : { '*': others.reduce(mergeShapes, first) };
  }
  const mine = membersOf(left);
  const other = membersOf(right);
  const merged: Record<string, Shape> = {};
  for (const name of new Set([...mine.keys(), ...other.keys()])) {
    const [here, there] = [mine.get(name), other.get(name)];
    const optional = here === undefined || there === undefined || here.optional || there.optional;
    const shapes = [here, there].flatMap((member) => (member === undefined ? [] : [member.shape]));
    const [shape, second] = shapes;
    if (shape !== undefined) merged[shapeMember(name, optional)] = second === undefined ? shape : mergeShapes(shape, second);
  }
  return merged;
}

function membersOf(shape: ObjectShape): ReadonlyMap<string, { readonly optional: boolean; readonly shape: Shape }> {
  return new Map(
    Object.entries(shape).map(([member, inner]) => {
      const { name, optional } = readShapeMember(member);
      return [name, { optional, shape: inner }];
    }),
  );
}
