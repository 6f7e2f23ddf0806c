import type { Value } from '../../../model/value.ts';
import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { isArray } from '../../values/is-array.ts';
import { isObject } from '../../values/is-object.ts';
import { parseJsonValue } from '../../values/json-text.ts';
import { typeName } from '../../values/type-name.ts';
import { invalidArgument, objectArgument, textArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { flattenObject } from './flatten.ts';
import { evaluateJsonPath } from './jsonpath/jsonpath.ts';
import { unflattenObject } from './unflatten.ts';

const category = 'Objects';
const page = 'https://www.tines.com/docs/formulas/functions';

/** Objects in another form: flat and nested again, and what JSONPath finds in them. */
export const objectFormFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'FLATTEN_JSON',
      category,
      parameters: 'object, [separator]',
      summary: 'One level of keys joined by the separator (a dot unless given); indexes of arrays are keys too.',
      source: `${page}/flatten-json; inferred: empty arrays and objects stay`,
    },
    ([object = null, separator], { spend }) =>
      flattenObject(collection(parsed(object, spend)), separatorOf('FLATTEN_JSON', separator), spend),
  ),
  define(
    {
      name: 'UNFLATTEN_JSON',
      category,
      parameters: 'object, [separator]',
      summary: 'The nested form of one level of keys joined by the separator; numbers become indexes of arrays.',
      source: `${page}/unflatten-json; inferred: gaps in an array are NULL`,
    },
    ([object = null, separator], { spend }) =>
      unflattenObject(objectArgument('UNFLATTEN_JSON', parsed(object, spend)), separatorOf('UNFLATTEN_JSON', separator), spend),
  ),
  define(
    {
      name: 'JSONPATH',
      category,
      parameters: 'object, path',
      summary: 'An array of what a JSONPath finds in an object or in JSON text.',
      source: `${page}/jsonpath; the Ruby gem jsonpath 0.9.9 by its tests`,
    },
    ([object = null, path], { spend }) => evaluateJsonPath(parsed(object, spend), textArgument('JSONPATH', path), spend),
  ),
];

function separatorOf(name: string, separator: Value | undefined): string {
  return separator === undefined || separator === null ? '.' : textArgument(name, separator);
}

function collection(value: Value): Value {
  if (isArray(value) || isObject(value)) return value;
  throw invalidArgument('FLATTEN_JSON', 'object', typeName(value));
}

function parsed(value: Value, spend: (units: number) => void): Value {
  if (typeof value !== 'string') return value;
  spend(value.length);
  return parseJsonValue(value);
}
