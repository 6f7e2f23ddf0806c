import type { Value } from '../../model/value.ts';
import { isArray } from './is-array.ts';
import { isObject } from './is-object.ts';

/** The name of a value's type as Tines' error messages write it. */
export function typeName(value: Value): 'Text' | 'Number' | 'Object' | 'Array' | 'Null' | 'Boolean' | 'Lambda' {
  if (value === null) return 'Null';
  if (typeof value === 'string' || value instanceof Uint8Array) return 'Text';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'bigint' || typeof value === 'number') return 'Number';
  if (isArray(value)) return 'Array';
  return isObject(value) ? 'Object' : 'Lambda';
}

/** The Ruby class that TYPE names, as exports compare with it: `TYPE(item) = "TrueClass"`. */
export function rubyClassName(value: Value): string {
  if (value === true) return 'TrueClass';
  if (value === false) return 'FalseClass';
  if (typeof value === 'bigint') return 'Integer';
  if (typeof value === 'number') return 'Float';
  return rubyClasses[typeName(value)];
}

const rubyClasses = {
  Text: 'String',
  Number: 'Float',
  Object: 'Hash',
  Array: 'Array',
  Null: 'NilClass',
  Boolean: 'TrueClass',
  Lambda: 'Proc',
} as const;
