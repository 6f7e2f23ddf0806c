import type { Value } from '../../../model/value.ts';
import type { FunctionEntry } from '../../evaluate/function-entry.ts';
import { isArray } from '../../values/is-array.ts';
import { isObject } from '../../values/is-object.ts';
import { truthy } from '../../values/truthy.ts';
import { typeName } from '../../values/type-name.ts';
import { arrayArgument, invalidArgument, lambdaArgument } from '../arguments.ts';
import { define } from '../define.ts';
import { choose } from './choose.ts';

const category = 'Lambdas';
const page = 'https://www.tines.com/docs/formulas/functions';

/** The functions that call a lambda for each element; LAMBDA itself is syntax. */
export const lambdaFunctions: readonly FunctionEntry[] = [
  define(
    {
      name: 'ALL',
      category,
      parameters: 'array, lambda',
      summary: 'TRUE when the lambda is true for every element, and of an empty array.',
      source: `${page}/all`,
    },
    ([array, lambda], { spend }) => {
      const { items, call } = walk('ALL', array, lambda);
      spend(items.length);
      return items.every((item) => truthy(call(item)));
    },
  ),
  define(
    {
      name: 'ANY',
      category,
      parameters: 'array, lambda',
      summary: 'TRUE when the lambda is true for at least one element.',
      source: `${page}/any`,
    },
    ([array, lambda], { spend }) => {
      const { items, call } = walk('ANY', array, lambda);
      spend(items.length);
      return items.some((item) => truthy(call(item)));
    },
  ),
  define(
    {
      name: 'FIND',
      category,
      parameters: 'array, lambda',
      summary: 'The first element for which the lambda is true, or NULL.',
      source: `${page}/find`,
    },
    ([array, lambda], { spend }) => {
      const { items, call } = walk('FIND', array, lambda);
      spend(items.length);
      return items.find((item) => truthy(call(item))) ?? null;
    },
  ),
  define(
    {
      name: 'FILTER',
      category,
      parameters: 'array_or_object, values_or_lambda',
      summary: 'What the lambda is true for, or what is among the values.',
      source: `${page}/filter`,
    },
    ([from = null, by = null], { spend }) => choose({ name: 'FILTER', keep: true, from, by }, spend),
  ),
  define(
    {
      name: 'REJECT',
      category,
      parameters: 'array_or_object, values_or_lambda',
      summary: 'What the lambda is not true for, or what is not among the values.',
      source: `${page}/reject`,
    },
    ([from = null, by = null], { spend }) => choose({ name: 'REJECT', keep: false, from, by }, spend),
  ),
  define(
    {
      name: 'MAP_LAMBDA',
      category,
      parameters: 'array_or_object, lambda',
      summary: 'What the lambda gives for each element, or for each key and value of an object.',
      source: `${page}/map-lambda; inferred: a second parameter takes the place of an element`,
    },
    ([from = null, given], { spend }) => {
      const { call, parameters } = lambdaArgument('MAP_LAMBDA', given);
      if (isObject(from)) {
        spend(from.size);
        return Array.from(from, ([key, value]) => call(key, value));
      }
      if (!isArray(from)) throw invalidArgument('MAP_LAMBDA', 'array or object', typeName(from));
      spend(from.length);
      return from.map(parameters.length > 1 ? (item, index) => call(item, BigInt(index)) : (item) => call(item));
    },
  ),
  define(
    {
      name: 'REDUCE',
      category,
      parameters: 'array, lambda, initial_value',
      summary: 'One value made by giving the lambda the previous result and each element in turn.',
      source: `${page}/reduce`,
    },
    ([array, lambda, initial = null], { spend }) => {
      const { items, call } = walk('REDUCE', array, lambda);
      spend(items.length);
      return items.reduce((previous: Value, item) => call(previous, item), initial);
    },
  ),
];

function walk(name: string, array: Value | undefined, lambda: Value | undefined) {
  return { items: arrayArgument(name, array), call: lambdaArgument(name, lambda).call };
}
